"""Two worlds that differ in one score look the same to everybody else until the release."""

import re

import pytest
import time_machine

from ideas.core import database
from ideas.core.database import session
from ideas.process.models import Entry, Notice
from ideas.steering.models import ScoreKind
from tests.build import steering as build
from tests.page import normalised

NOW = "2026-11-23 10:00"
OTHERS = ("anna", "emine", "doris", "clara", "olaf")
# What bernd does in the second world, one after the other, where he does nothing in the first.
SECRETS = (
    lambda number: build.score(number, "bernd", 1),
    lambda number: build.declare(number, "bernd", ScoreKind.BIASED, seen=1),
)


def addresses(number: str, round_id: int) -> list[str]:
    """Every page on which a score could show, by value, order, count or refusal."""
    result = f"/steuerung/runden/{round_id}/ideen"
    return [
        "/",
        "/benachrichtigungen",
        "/ideen",
        "/ideen?sortierung=bewegt",
        "/ideen?suche=Kurzbrief",
        "/ideen?status=scoring",
        "/ideen?suche=Notiz",
        f"/ideen/{number}",
        "/steuerung/bewerten",
        "/steuerung/bewerten?ansicht=erledigt",
        f"/steuerung/ideen/{number}/bewertung",
        f"/steuerung/ideen/{number}/vorpruefung",
        "/steuerung/runden",
        "/steuerung/entscheidungen",
        f"/steuerung/runden/{round_id}/rangfolge",
        f"/steuerung/runden/{round_id}/schliessen",
        f"{result}/{number}",
        f"{result}/{number}/entscheidung",
    ]


def seen_by(everyone, browse, urls: list[str]) -> dict[tuple[str, str], tuple[int, str]]:
    """What each of the others sees: status and page, without what differs between equal pages."""
    seen = {}
    for key in OTHERS:
        browser = browse(everyone[key])
        for url in urls:
            page = browser.get(url)
            seen[key, url] = (page.status, re.sub(r"\?v=\w+", "", normalised(page.html)))
    return seen


def mails() -> list[tuple]:
    rows = session.query(Entry.event, Notice.person_id, Notice.mail).join(Notice.entry)
    return sorted(rows.filter(~Entry.event.startswith("account")).all())


@pytest.fixture
def world(everyone):
    """Two ideas in an open round; two members have scored, bernd has not."""
    with time_machine.travel(NOW, tick=False):
        numbers = [build.screened(by=everyone["anna"], title=t) for t in ("Kurzbrief", "Tafel")]
        round_id = build.open_round()
        for member, value in (("emine", 3), ("jan", 4)):
            for number in numbers:
                build.score(number, member, value)
        yield *numbers, round_id


def test_a_sealed_score_shows_nowhere(world, everyone, browse):
    number, _other, round_id = world
    urls = addresses(number, round_id)
    without = seen_by(everyone, browse, urls), mails()
    for secret in SECRETS:
        secret(number)
        database.session.remove()
        assert (seen_by(everyone, browse, urls), mails()) == without


def test_after_the_release_the_same_score_shows(world, everyone, browse):
    number, other, round_id = world
    build.score(other, "bernd", 3)
    build.score(number, "bernd", 5)
    build.close_round(round_id)
    page = browse(everyone["emine"]).get(f"/steuerung/runden/{round_id}/ideen/{number}")
    assert "75,0 von 100" in page.text
    assert "Punkt 5 bei goal" in page.text


def test_the_own_score_is_the_control_that_differs(world, everyone, browse):
    number, _other, _round_id = world
    browser = browse(everyone["bernd"])
    before = normalised(browser.get("/steuerung/bewerten").html)
    build.score(number, "bernd", 2)
    assert normalised(browser.get("/steuerung/bewerten").html) != before
