"""The figure of the year: what ideas waited for, in working days, from the journal alone."""

from datetime import date

from ideas.core.database import transaction
from ideas.steering.queries.waits import Cause, waits_of_the_year
from tests.build import byways, promises, steering
from tests.build.promises import on


def waits(reader) -> dict[Cause, tuple[int, int]]:
    with transaction():
        return {one.cause: (one.ideas, one.days) for one in waits_of_the_year(reader=reader)}


def test_closed_and_open_waits_count_by_cause(anna, clara, browse):
    with on(date(2027, 3, 1)):
        number, other = (steering.in_screening(by=anna, title=title) for title in ("Eins", "Zwei"))
        byways.forwarded(by=anna)
    for asked, answered in ((1, 3), (8, 12)):
        with on(date(2027, 3, asked)):
            promises.ask(number)
        with on(date(2027, 3, answered)):
            promises.answer(number, by=anna)
    with on(date(2027, 3, 15)):
        promises.ask(other)
    with on(date(2027, 3, 19)):
        assert waits(clara) == {Cause.OFFICE: (1, 14), Cause.QUESTION: (2, 2 + 4 + 4)}
        text = browse(clara).get("/steuerung/ueberfaellig").text
    assert "Antwort auf eine Rückfrage 2 10 5,0" in text


def test_what_lies_more_than_a_year_back_does_not_count(anna, clara):
    with on(date(2027, 3, 1)):
        number = steering.in_screening(by=anna)
        promises.ask(number)
    with on(date(2027, 3, 12)):
        promises.answer(number, by=anna)
    with on(date(2028, 3, 7)):  # four working days of the question lie within
        assert waits(clara) == {Cause.QUESTION: (1, 4)}
    with on(date(2028, 6, 1)):
        assert waits(clara) == {}


def test_who_is_involved_does_not_find_the_own_idea_in_it(doris, clara):
    with on(date(2027, 3, 1)):
        promises.ask(steering.in_screening(by=doris))
    with on(date(2027, 3, 8)):
        assert waits(doris) == {}
        assert waits(clara) == {Cause.QUESTION: (1, 5)}
