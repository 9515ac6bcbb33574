"""A promised day is put off in public: later, with a reason, both days in the history."""

from datetime import date

import pytest
from sqlalchemy import select

from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed
from ideas.ideation.models import Ball, Objection
from ideas.process.models import Entry, MailState, Notice
from tests.build import byways, maturation, promises, steering
from tests.build.promises import WHY, now, on

MONDAY = date(2027, 3, 1)
PROMISED, LATER = date(2027, 3, 15), date(2027, 3, 22)


@pytest.fixture
def number(anna) -> str:
    with on(MONDAY):
        return steering.in_screening(by=anna)


def test_the_new_day_counts_and_both_days_stand_in_the_history(number, anna, browse):
    with on(MONDAY):
        promises.extend(number, LATER)
        page = browse(anna).get(f"/ideen/{number}")
    idea = now(number)
    assert (idea.ball, idea.ball_until) == (Ball.COORDINATION, LATER)
    assert "Die Zusage wurde verlängert." in page.text
    assert "Bisher zugesagt bis 15.03.2027, nun bis 22.03.2027." in page.text
    assert WHY in page.text
    details = promises.steps(number)[-1].details
    assert details == {"was": "2027-03-15", "until": "2027-03-22", "ball": "coordination"}


def test_the_author_is_told_by_mail_and_nobody_else(number, anna):
    with on(MONDAY):
        promises.extend(number, LATER)
    with transaction():
        statement = select(Notice).join(Entry).where(Entry.event == "idea.promise_extended")
        told = [(one.person_id, one.mail) for one in session.scalars(statement)]
    assert told == [(anna.id, MailState.PENDING)]


@pytest.mark.parametrize(
    ("until", "why"),
    [
        (PROMISED, WHY),
        (date(2027, 3, 5), WHY),
        (date(2028, 3, 2), WHY),
        (LATER, "zu kurz"),
    ],
    ids="same earlier far reasonless".split(),
)
def test_no_day_but_a_later_one_within_a_year_and_never_without_a_reason(number, until, why):
    with on(MONDAY):
        with pytest.raises(Invalid):
            promises.extend(number, until, why=why)
        assert now(number).ball_until == PROMISED


def test_a_day_that_has_passed_is_put_off_to_one_that_has_not(number):
    with on(date(2027, 3, 24)):
        with pytest.raises(Invalid):
            promises.extend(number, date(2027, 3, 24))
        promises.extend(number, date(2027, 3, 25))


@pytest.mark.parametrize("key", ["anna", "bernd", "olaf"])
def test_nobody_but_coordination_and_chair_puts_it_off(number, key):
    with on(MONDAY), pytest.raises(NotAllowed):
        promises.extend(number, LATER, by=key)


def test_who_is_involved_does_not_put_it_off(clara, doris):
    with on(MONDAY):
        own = steering.handed_in(by=clara)
        with pytest.raises(NotAllowed):
            promises.extend(own, LATER)
        promises.extend(own, LATER, by="doris")


def test_who_declared_a_bias_does_not_put_it_off(anna, doris):
    with on(MONDAY):
        number, _round = steering.in_round(by=anna, title="Befangen")
        steering.declare(number, "doris")
        with pytest.raises(NotAllowed):
            promises.extend(number, date(2027, 6, 1), by="doris")
        promises.extend(number, date(2027, 6, 1), by="clara")


def test_while_the_author_has_the_ball_there_is_nothing_to_put_off(number):
    with on(MONDAY):
        promises.ask(number)
        with pytest.raises(NotAllowed):
            promises.extend(number, date(2027, 6, 1))


def test_a_second_sending_with_the_old_day_changes_nothing(number, clara, browse):
    with on(MONDAY):
        page = browse(clara).get(f"/steuerung/ideen/{number}/zusage-verlaengern")
        promises.extend(number, LATER)
        again = page.submit("Neuen Tag zusagen", until="2027-04-01", reason=WHY)
    assert again.status == 409
    assert WHY in again.text
    assert "22.03.2027" in again.text
    assert now(number).ball_until == LATER


@pytest.mark.parametrize("was", ["", "gestern", "2027-99-99"])
def test_a_broken_former_day_is_a_conflict_and_no_fault(number, clara, browse, was):
    with on(MONDAY):
        page = browse(clara).get(f"/steuerung/ideen/{number}/zusage-verlaengern")
        answer = page.submit("Neuen Tag zusagen", until="2027-04-01", reason=WHY, was=was)
    assert answer.status == 409
    assert now(number).ball_until == PROMISED


def test_the_form_leads_to_the_idea_and_keeps_what_was_typed(number, clara, browse):
    with on(MONDAY):
        page = browse(clara).get(f"/ideen/{number}").follow("Zusage verlängern")
        wrong = page.submit("Neuen Tag zusagen", until="2027-03-02", reason=WHY)
        assert wrong.status == 422
        assert "innerhalb der nächsten zwölf Monate" in wrong.text
        right = wrong.submit("Neuen Tag zusagen", until="22.03.2027")
    assert right.title == "Kurzbrief beim Umzug"
    assert "Nun zugesagt bis 22.03.2027." in right.text


def test_the_day_of_an_objection_and_of_a_parked_card_goes_with_it(anna, olaf, doris):
    with on(MONDAY):
        objected = byways.declined(by=anna)
        byways.object_to(objected, by=anna)
        card = maturation.new_project(author=anna, owner=olaf, chair=doris, title="Karte")
        maturation.park(card, actor=olaf)
        for number in (objected, card):
            promises.extend(number, date(2027, 12, 1))
    with transaction():
        assert session.scalar(select(Objection.answer_until)) == date(2027, 12, 1)
        project = maturation.look_at(card, reader=doris)
        assert project.resume_on == date(2027, 12, 1)


def test_the_mail_names_both_days_and_the_reason(number, app):
    with on(MONDAY):
        promises.extend(number, LATER)
        body = promises.letters(app)["idea.promise_extended"]
    assert "15.03.2027" in body
    assert "22.03.2027" in body
    assert WHY in body
    assert "Claußen" not in body
