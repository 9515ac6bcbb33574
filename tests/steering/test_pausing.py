"""While a question is open or a card is parked the promise pauses; then the days left go on."""

from datetime import date

import pytest

from ideas.core.database import transaction
from ideas.ideation.actions.talking import lapse_queries
from ideas.ideation.figures import after_pause, working_days_between, working_days_left
from ideas.ideation.models import Ball
from ideas.process.queries import history_of
from tests.build import maturation, merging, promises, steering
from tests.build.ideation import as_system
from tests.build.promises import now, on

# Monday the 1st; the 23rd is a Tuesday, Easter Monday is 29 March.
MONDAY, ASKED, ANSWERED = date(2027, 3, 1), date(2027, 3, 8), date(2027, 3, 12)


@pytest.fixture
def number(anna) -> str:
    with on(MONDAY):
        return steering.in_screening(by=anna)


def test_an_answer_puts_the_promise_off_by_the_working_days_of_the_question(number, anna):
    promised = now(number).ball_until
    assert promised == date(2027, 3, 15)
    with on(ASKED):
        promises.ask(number)
    idea = now(number)
    assert (idea.ball, idea.paused_on, idea.paused_until) == (Ball.AUTHOR, ASKED, promised)
    with on(ANSWERED):
        promises.answer(number, by=anna)
    idea = now(number)
    assert (idea.ball, idea.ball_until) == (Ball.COORDINATION, date(2027, 3, 19))
    assert (idea.paused_on, idea.paused_until) == (None, None)
    assert working_days_left(promised, ASKED) == working_days_left(idea.ball_until, ANSWERED) == 5


def test_public_holidays_in_the_pause_do_not_put_it_off(number, anna):
    with on(date(2027, 3, 11)):
        promises.ask(number)
    with on(date(2027, 3, 30)):  # Good Friday and Easter Monday lie between
        promises.answer(number, by=anna)
    assert now(number).ball_until == date(2027, 4, 1)


def test_a_question_answered_the_same_day_moves_nothing(number, anna):
    with on(ASKED):
        promises.ask(number)
        promises.answer(number, by=anna)
    assert now(number).ball_until == date(2027, 3, 15)


def test_a_second_question_pauses_what_the_first_one_left(number, anna):
    for asked, answered in ((ASKED, ANSWERED), (date(2027, 3, 16), date(2027, 3, 17))):
        with on(asked):
            promises.ask(number)
        with on(answered):
            promises.answer(number, by=anna)
    assert now(number).ball_until == date(2027, 3, 22)


def test_a_question_does_not_make_up_for_being_late(number, anna):
    with on(date(2027, 3, 17)):  # two working days late
        promises.ask(number)
    with on(date(2027, 3, 19)):
        promises.answer(number, by=anna)
    assert working_days_between(now(number).ball_until, date(2027, 3, 19)) == 2


def test_a_question_that_lapses_ends_the_pause_too(number):
    system = as_system()
    with on(ASKED):
        promises.ask(number)
    deadline = now(number).ball_until
    with on(date(2027, 4, 6)), transaction():
        assert deadline < date(2027, 4, 6)
        lapse_queries(actor=system)
    assert now(number).ball_until == after_pause(date(2027, 3, 15), ASKED, date(2027, 4, 6))


def test_the_journal_alone_tells_when_a_promise_paused(number, anna):
    with on(ASKED):
        promises.ask(number)
    with on(ANSWERED):
        promises.answer(number, by=anna)
    with transaction():
        moves = [(one.from_status, one.to_status) for one in history_of(now(number))][-2:]
        until = history_of(now(number))[-1].details["until"]
    assert moves == [("screening", "query"), ("query", "screening")]
    assert until == "2027-03-19"


def test_the_pause_outlives_a_merging_that_is_undone(number, anna, olaf):
    with on(ASKED):
        home = steering.in_screening(by=olaf, title="Heimat")
        promises.ask(number)
        merging.merge(number, home)
        assert now(number).ball == Ball.NOBODY
        merging.undo(number)
    with on(ANSWERED):
        promises.answer(number, by=anna)
    assert now(number).ball_until == date(2027, 3, 19)


def test_the_page_says_since_when_and_why_it_pauses_and_what_is_left(number, anna, browse):
    with on(ASKED):
        promises.ask(number)
        page = browse(anna).get(f"/ideen/{number}")
        assert "Die Zusage ist angehalten seit 08.03.2027 wegen einer Rückfrage." in page.text
        assert "Danach bleiben noch 5 Arbeitstage." in page.text
        promises.answer(number, by=anna)
        page = browse(anna).get(f"/ideen/{number}")
    assert "angehalten" not in page.text
    assert "zugesagt bis 15.03.2027, noch 5 Arbeitstage" in page.text


def test_a_parked_card_pauses_what_its_owner_promised(anna, olaf, doris):
    with on(MONDAY):
        number = maturation.new_project(author=anna, owner=olaf, chair=doris, title="Karte")
        promised = now(number).ball_until
    with on(ASKED):
        maturation.park(number, actor=olaf)
    idea = now(number)
    assert (idea.ball, idea.paused_on, idea.paused_until) == (Ball.COORDINATION, ASKED, promised)
    with on(ANSWERED):
        maturation.resume(number, actor=olaf)
    idea = now(number)
    assert (idea.ball, idea.paused_on) == (Ball.OWNER, None)
    assert idea.ball_until == after_pause(promised, ASKED, ANSWERED)
