"""What is overdue: whose turn it is, how late, paused ones apart; and the list of the week."""

from datetime import date

import pytest
from sqlalchemy import func, select

from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed
from ideas.people.models import Person
from ideas.process.models import Entry, Notice
from ideas.steering.models import OverdueWeek
from ideas.steering.queries.overdue import count_overdue, overdue_ideas, paused_ideas
from tests.build import promises, sealed, steering
from tests.build.promises import on

MONDAY, LATE = date(2027, 3, 1), date(2027, 3, 17)
WEEK = date(2027, 4, 5)  # a Monday
PAGE = "/steuerung/ueberfaellig"


@pytest.fixture
def number(anna) -> str:
    with on(MONDAY):
        return steering.in_screening(by=anna)


def listed(reader: Person) -> list[str]:
    with transaction():
        return [row.number for row in overdue_ideas(reader=reader, page=1, size=50)]


def paused(reader: Person) -> list[str]:
    with transaction():
        return [row.number for row in paused_ideas(reader=reader, most=50)]


def told() -> list[int]:
    with transaction():
        statement = select(Notice.person_id).join(Entry).where(Entry.event == "overdue.listed")
        return sorted(session.scalars(statement))


def test_a_promise_is_overdue_when_its_day_is_over_and_not_before(number, clara, browse):
    with on(date(2027, 3, 15)):
        assert listed(clara) == []
        assert "Nichts ist überfällig." in browse(clara).get(PAGE).text
    with on(LATE):
        assert listed(clara) == [number]
        page = browse(clara).get(PAGE)
    row = next(row for row in page.tree.iter("tr") if number in "".join(row.itertext()))
    cells = [" ".join("".join(cell.itertext()).split()) for cell in row]
    assert cells == [
        "Kurzbrief beim Umzug",
        "2",
        "Ideenkoordination",
        "15.03.2027",
        "Vorprüfung",
        number,
        "Verlängern: Kurzbrief beim Umzug",
    ]


def test_the_longest_stands_first_and_among_equal_ones_the_first_received(anna, clara, number):
    with on(MONDAY):
        second = steering.in_screening(by=anna, title="Zweite")
    with on(date(2027, 3, 2)):
        later = steering.in_screening(by=anna, title="Dritte")
    with on(date(2027, 2, 1)):
        early = steering.in_screening(by=anna, title="Vierte")
    with on(LATE):
        assert listed(clara) == [early, number, second, later]


def test_a_paused_promise_stands_apart_with_its_cause(number, clara, browse):
    with on(LATE):
        promises.ask(number)
    with on(date(2027, 3, 18)):
        assert (listed(clara), paused(clara)) == ([], [number])
        text = browse(clara).get(PAGE).text
        assert "Nichts ist überfällig." in text
        assert "Rückfrage" in text


def test_nobody_but_coordination_and_chair_sees_the_list(everyone):
    for key in ("anna", "bernd", "armin", "paula"):
        with pytest.raises(NotAllowed):
            listed(everyone[key])


def test_who_brought_an_idea_or_declared_a_bias_does_not_find_it(anna, clara, doris):
    with on(MONDAY):
        own = steering.in_screening(by=doris, title="Vom Vorsitz")
        biased, _round = steering.in_round(by=anna, title="Befangen")
        steering.declare(biased, "doris")
    with on(date(2027, 6, 1)):
        assert listed(clara) == [own, biased]
        assert listed(doris) == []
        with transaction():
            assert (count_overdue(clara), count_overdue(doris)) == (2, 0)


def test_a_sealed_author_in_the_office_does_not_find_the_own_idea(clara, doris):
    with on(MONDAY):
        number = sealed.published(by=clara)
    with on(date(2027, 6, 1)):
        assert listed(doris) == [number]
        assert listed(clara) == []


def test_the_start_page_counts_what_is_overdue(number, clara, anna, browse):
    with on(LATE):
        assert "Um 1 überfällige Idee kümmern" in browse(clara).get("/").text
        assert "überfällige" not in browse(anna).get("/").text


def test_a_promise_that_was_put_off_is_not_overdue_any_more(number, clara):
    with on(LATE):
        promises.extend(number, date(2027, 3, 22))
        assert listed(clara) == []


def test_the_page_costs_the_same_for_one_idea_and_for_many(number, anna, clara, browse, statements):
    browser = browse(clara)
    counts = []
    for more in (0, 3):
        with on(MONDAY):
            for n in range(more):
                steering.in_screening(by=anna, title=f"Nummer {n}")
        statements.clear()
        with on(LATE):
            assert browser.get(PAGE).status == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12


def test_the_week_is_told_once_on_its_first_working_day(number, clara, doris):
    with on(WEEK):
        assert promises.list_overdue() == 2
        assert promises.list_overdue() == 0
    with on(date(2027, 4, 6)):
        assert promises.list_overdue() == 0
    assert told() == sorted([clara.id, doris.id])
    with on(date(2027, 4, 12)):
        assert promises.list_overdue() == 2


def test_when_monday_is_a_holiday_or_nothing_ran_it_is_the_next_working_day(number):
    with on(date(2027, 3, 29)):  # Easter Monday
        assert promises.list_overdue() == 0
    with on(date(2027, 3, 31)):  # on Tuesday nothing ran
        assert promises.list_overdue() == 2
    with on(date(2027, 4, 3)):  # Saturday
        assert promises.list_overdue() == 0


def test_nobody_is_told_of_nothing_and_the_week_is_done(number, clara):
    with on(date(2027, 3, 15)):
        assert promises.list_overdue() == 0
    with on(date(2027, 3, 17)):  # overdue since Tuesday; it comes next week
        assert promises.list_overdue() == 0
    assert told() == []
    with transaction():
        assert session.scalar(select(func.count()).select_from(OverdueWeek)) == 1


def test_the_mail_lists_what_its_reader_may_know_and_no_names(anna, clara, doris, app):
    with on(MONDAY):
        secret = sealed.published(by=anna)
        steering.in_screening(by=doris, title="Vom Vorsitz")
    with on(WEEK):
        promises.list_overdue()
        letters = promises.letters_to(app, "overdue.listed")
    for_clara, for_doris = letters[clara.id], letters[doris.id]
    assert secret in for_clara
    assert "Dran ist: Ideenkoordination, zugesagt bis 15.03.2027, 13 Arbeitstage überfällig" in (
        " ".join(for_clara.split())
    )
    assert ("Vom Vorsitz" in for_clara, "Vom Vorsitz" in for_doris) == (True, False)
    assert "Albrecht" not in for_clara + for_doris
    assert "/steuerung/ueberfaellig" in for_doris


def test_the_inbox_leads_to_the_list(number, clara, browse):
    with on(WEEK):
        promises.list_overdue()
        page = browse(clara).get("/benachrichtigungen").follow("Überfällige Ideen ansehen")
    assert page.title == "Überfällig"
