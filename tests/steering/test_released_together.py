"""What was decided stays hidden until it is released; released together it shows at one moment."""

from datetime import timedelta

import pytest

from ideas.core import clock
from ideas.core.database import transaction
from ideas.ideation.queries.results import outcomes_of
from ideas.process.events import Why
from ideas.programme.queries import permanent_channel
from ideas.steering import events, queries
from ideas.steering.actions.deciding import release_decisions
from ideas.steering.models import Outcome
from tests.build import promises, steering
from tests.build.promises import now
from tests.personas import person_named

HIDDEN = "Erst nach der gemeinsamen Sitzung zu lesen."
LETTER = steering.LETTER


@pytest.fixture
def decided(anna) -> tuple[list[str], int]:
    """A yes and a no that are recorded and not released."""
    numbers = [steering.screened(by=anna, title=title) for title in ("Eine", "Andere")]
    round_id = steering.open_round()
    for number in numbers:
        for member in ("bernd", "emine", "jan"):
            steering.score(number, member, 4)
    steering.close_round(round_id)
    for number, outcome in zip(numbers, (Outcome.SELECT, Outcome.DECLINE), strict=True):
        steering.decide(number, round_id, outcome)
    return numbers, round_id


def pages(browse, person, numbers) -> list[str]:
    """All that a person finds of these ideas: their pages, the inbox, list and start page."""
    browser = browse(person)
    urls = [*(f"/ideen/{number}" for number in numbers), "/benachrichtigungen", "/ideen", "/"]
    return [browser.get(url).text for url in urls]


def outcomes(reader) -> dict[str, str]:
    with transaction():
        return {one.number: one.reason for one in outcomes_of(permanent_channel(), reader=reader)}


def release(round_id: int) -> int:
    doris = person_named("doris")
    return release_decisions(queries.get_round(round_id, reader=doris), actor=doris)


def release_and_fail(round_id: int) -> None:
    with transaction():
        release(round_id)
        raise ZeroDivisionError


def test_before_the_release_nobody_reads_outcome_or_letter(decided, anna, olaf, clara, browse):
    numbers, _round_id = decided
    for person in (anna, olaf, clara):
        found = pages(browse, person, numbers)
        for text in found:
            assert (LETTER in text, steering.CHANGE in text) == (False, False)
        for text in found[:2]:
            assert "Beschlussentwurf" in text
            assert not {"ausgewählt.", "abgelehnt."} & set(text.split())
        assert outcomes(person) == {}


def test_several_decisions_become_visible_at_one_moment(decided, anna, olaf, browse):
    numbers, round_id = decided
    with transaction():
        assert release(round_id) == 2
    for person in (anna, olaf):
        for text in pages(browse, person, numbers)[:2]:
            assert LETTER in text
        assert set(outcomes(person)) == set(numbers)


def test_if_one_of_them_cannot_be_released_none_is(decided, anna, browse):
    numbers, round_id = decided
    with pytest.raises(ZeroDivisionError):
        release_and_fail(round_id)
    assert LETTER not in " ".join(pages(browse, anna, numbers))
    assert [str(now(number).status) for number in numbers] == ["decision_draft"] * 2


def test_a_reason_with_a_later_day_waits_for_it_everywhere(anna, clara, browse, app):
    number = steering.in_screening(by=anna)
    later = clock.now() + timedelta(days=2)
    with transaction():
        why = Why(public=HIDDEN, visible_from=later)
        events.promise_extended.record(
            now(number), actor=clara, why=why, was="2027-01-01", until="2027-02-01", ball="chair"
        )
    assert HIDDEN not in " ".join(pages(browse, anna, [number]))
    assert HIDDEN not in promises.letters(app)["idea.promise_extended"]
    assert "Berichtigen" not in browse(clara).get(f"/ideen/{number}").text
    with clock.at(later + timedelta(seconds=1)):
        found = pages(browse, anna, [number])
        assert HIDDEN in found[0]
        assert HIDDEN in found[1]
