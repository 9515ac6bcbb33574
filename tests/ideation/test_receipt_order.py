"""Among equal ideas the first counts: the order of receipt, and the receipt on paper."""

from datetime import date, timedelta

import pytest

from ideas.core import clock
from ideas.core.database import transaction
from ideas.ideation.actions import Texts
from ideas.ideation.queries.likeness import similar_ideas
from ideas.steering import queries
from tests.build import ideation, merging, sealed, steering
from tests.build.promises import on
from tests.personas import person_named

TEXTS = Texts("Kurzbrief beim Umzug", "Der Brief ist zu lang.", "", "Eine Seite genügt allen.")
COUNTS = "Bei gleicher Bewertung steht sie vor den anderen"


def begun_in_turn(anna, olaf) -> tuple[str, str]:
    """Two equal ideas; the draft that was begun last is handed in first."""
    with on(date(2027, 3, 1)):
        early, late = (ideation.draft(by=one, texts=TEXTS) for one in (anna, olaf))
        first = ideation.hand_in(late, by=olaf)
        second = ideation.hand_in(early, by=anna)
    for number in (first, second):
        steering.publish(number)
    return first, second


def test_among_equal_hints_the_first_received_stands_first(anna, olaf, bernd):
    first, second = begun_in_turn(anna, olaf)
    with transaction():
        found = similar_ideas(TEXTS.title, "Der Brief ist zu lang. Eine Seite.", reader=bernd)
        scores = {score for _idea, score in found}
        assert [idea.number for idea, _score in found] == [first, second]
    assert len(scores) == 1


def test_with_equal_scores_the_first_received_stands_first(anna, olaf):
    numbers = begun_in_turn(anna, olaf)
    clara, doris = person_named("clara"), person_named("doris")
    for number in reversed(numbers):
        steering.attempt(
            steering.screening.save_screening, number, steering.all_gates(), seen=1, actor=clara
        )
        steering.attempt(steering.screening.pass_on, number, actor=clara)
    round_id = steering.open_round()
    for number in reversed(numbers):
        for member in ("bernd", "emine", "jan"):
            steering.score(number, member, 3)
    steering.close_round(round_id)
    with transaction():
        round_ = queries.get_round(round_id, reader=doris, released=True)
        rows = queries.ranking_of(round_, [], page=1, size=10)
    assert [row.number for row in rows] == list(numbers)
    assert len({row.mean for row in rows}) == 1


def test_the_authors_of_merged_ideas_stand_in_the_order_of_receipt(anna, olaf, browse):
    first, second = begun_in_turn(anna, olaf)
    merging.merge(first, second)
    text = browse(anna).get(f"/ideen/{second}").text
    assert f"Olaf Özdemir ({first}); Anna Albrecht ({second})" in text


@pytest.mark.parametrize("path", ["/ideen/{}/eingang", "/ideen/{}/eingang/drucken"])
def test_the_receipt_says_so_and_bears_number_time_and_checksum(anna, browse, path):
    with clock.at(clock.now() - timedelta(days=3)):
        number = ideation.submitted_idea(by=anna)
    page = browse(anna).get(path.format(number))
    assert COUNTS in page.text
    assert "Anonyme Ideen" not in page.text
    for words in (number, "Prüfsumme (SHA-256)", "Anna Albrecht"):
        assert words in page.text


def test_the_page_for_paper_has_no_navigation_and_a_way_back(anna, browse):
    number = ideation.submitted_idea(by=anna)
    page = browse(anna).get(f"/ideen/{number}/eingang").follow("Drucken")
    assert page.tree.find(".//nav") is None
    assert page.follow("Zurück zur Eingangsbestätigung").status == 200


def test_an_anonymous_receipt_says_that_chance_decides_within_a_day(anna, browse):
    number = sealed.handed_in(by=anna)
    page = browse(anna).get(f"/ideen/{number}/eingang/drucken")
    assert "über ihre Nummern entscheidet der Zufall" in page.text


def test_nobody_else_prints_it(anna, clara, browse):
    number = ideation.submitted_idea(by=anna)
    assert browse(clara).get(f"/ideen/{number}/eingang/drucken").status == 403
