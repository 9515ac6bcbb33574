"""Objections: once, in time, judged by somebody else, never dropped; through the pages."""

from datetime import timedelta

import pytest

from ideas.accounts.actions.people import grant_role
from ideas.byways import actions, workflow
from ideas.byways.queries import has_judge
from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, NotPossible
from ideas.ideation.models import Ball, Objection, ObjectionGround, Status, Verdict
from ideas.ideation.queries import get_idea
from ideas.people.models import Grant, Role
from ideas.people.queries import system
from ideas.process.models import MailState
from ideas.steering.actions import screening
from ideas.steering.models import Decision, Ground, Outcome
from ideas.steering.queries import waiting_ideas
from tests.build import byways as build
from tests.build import steering
from tests.build.merging import merge
from tests.build.steering import attempt, look_at
from tests.build.together import shared_draft, submitted
from tests.personas import person_named
from tests.steering.test_screening import told

OBJECT, ANSWER = "Einspruch senden", "Antwort senden"


def objection_of(number: str, reader) -> Objection:
    return session.query(Objection).filter_by(idea_id=look_at(number, reader).id).one()


def test_an_author_objects_and_the_chair_answers_for_the_coordinator(anna, clara, doris, browse):
    number = build.closed(by=anna)
    page = browse(anna).get(f"/ideen/{number}").follow("Einspruch einlegen")
    assert build.REASON in page.text
    short = page.submit(OBJECT, ground="error", text="Das stimmt nicht.")
    assert short.status == 422
    assert "Das stimmt nicht." in short.html
    done = page.submit(OBJECT, ground="error", text=build.OBJECTION)
    assert "Sie bekommen in jedem Fall eine Antwort" in done.text
    idea = look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.INADMISSIBLE, Ball.CHAIR)
    assert idea.ball_until == objection_of(number, anna).answer_until
    assert 88 <= (idea.ball_until - clock.today()).days <= 92
    assert told("idea.objected") == {anna.id: MailState.PENDING, doris.id: MailState.PENDING}
    assert "Einspruch beantworten: Eigene App" not in browse(clara).get("/").text
    refusal = browse(clara).get(f"/steuerung/ideen/{number}/einspruch")
    assert "Sie haben die Entscheidung getroffen" in refusal.text
    assert ANSWER not in refusal.buttons()
    page = browse(doris).get("/").follow("Einspruch beantworten: Eigene App")
    assert build.OBJECTION in page.text
    page.submit(ANSWER, verdict="stands", reason=build.ANSWER)
    idea = look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.INADMISSIBLE, Ball.NOBODY)
    assert told("idea.objection_answered") == {anna.id: MailState.PENDING}
    assert build.ANSWER in browse(anna).get(f"/ideen/{number}").text


def test_a_decision_of_the_group_is_judged_by_the_coordination(anna, clara, doris):
    number = build.declined(by=anna)
    build.object_to(number, by=anna)
    assert objection_of(number, anna).decided_by == [doris.id]
    assert look_at(number, anna).ball == Ball.COORDINATION
    with pytest.raises(NotAllowed):
        build.answer(number, by=doris)
    build.answer(number, workflow.reopen_for_round, by=clara)
    idea = look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.SCREENING, Ball.CHAIR)
    assert idea in waiting_ideas(idea.campaign)


def test_the_old_decision_stays_and_a_new_round_takes_its_own(anna, clara):
    number = build.declined(by=anna)
    build.object_to(number, by=anna)
    build.answer(number, workflow.reopen_for_round, by=clara)
    round_id = steering.open_round("Winterrunde")
    for member in steering.VOTERS:
        steering.score(number, member, 4)
    steering.close_round(round_id)
    steering.release(steering.decide(number, round_id, Outcome.SELECT))
    assert look_at(number, anna).status == Status.SELECTED
    outcomes = [row.outcome for row in session.query(Decision).order_by(Decision.id)]
    assert outcomes == [Outcome.DECLINE, Outcome.SELECT]


def test_a_second_objection_is_refused_with_a_sentence(anna, clara, doris, browse):
    number = build.declined(by=anna)
    older = browse(anna).get(f"/ideen/{number}/einspruch")
    build.object_to(number, by=anna)
    again = older.submit(OBJECT, ground="error", text=build.OBJECTION)
    assert again.status == 409
    assert "schon einen Einspruch" in again.text
    build.answer(number, by=clara)
    assert "schon einen Einspruch" in browse(anna).get(f"/ideen/{number}/einspruch").text
    assert "Einspruch einlegen" not in browse(anna).get(f"/ideen/{number}").links()
    with pytest.raises(NotPossible):
        build.answer(number, by=clara)


def test_a_new_decision_allows_a_new_objection(anna, clara, doris):
    number = build.closed(by=anna)
    build.object_to(number, by=anna)
    build.answer(number, workflow.reopen, by=doris)
    close = steering.screening.close_idea
    attempt(close, number, build.REASON, Ground.KNOWN, change=build.CHANGE, actor=clara)
    build.object_to(number, by=anna)
    assert session.query(Objection).count() == 2


def test_four_weeks_after_being_told_it_is_too_late(anna, browse):
    number = build.closed(by=anna)
    last = clock.end_of(clock.today() + timedelta(weeks=4))
    with clock.at(last - timedelta(hours=1)):
        assert OBJECT in browse(anna).get(f"/ideen/{number}/einspruch").buttons()
    with clock.at(last + timedelta(hours=1)):
        late = browse(anna).get(f"/ideen/{number}/einspruch")
        assert "Ein Einspruch war bis" in late.text
        assert OBJECT not in late.buttons()
        with pytest.raises(NotPossible):
            build.object_to(number, by=anna)


@pytest.mark.parametrize(
    "build_idea", [build.closed, build.declined, build.forwarded, build.deferred]
)
def test_every_decision_that_ends_or_puts_off_can_be_objected_to(anna, build_idea):
    number = build_idea(by=anna)
    build.object_to(number, by=anna)
    assert objection_of(number, anna).ended_at is None


def test_an_idea_on_its_way_has_no_decision_to_object_to(anna, browse):
    number = steering.in_screening(by=anna)
    with pytest.raises(NotPossible):
        build.object_to(number, by=anna)
    assert "keine Entscheidung" in browse(anna).get(f"/ideen/{number}/einspruch").text


def test_only_an_author_objects(anna, bernd, clara):
    number = build.closed(by=anna)
    for person in (bernd, clara):
        with pytest.raises(NotAllowed):
            build.object_to(number, by=person)


def test_an_idea_hidden_for_client_data_begins_again_with_the_first_look(
    anna, bernd, clara, doris, browse
):
    number = build.closed(by=anna, ground=Ground.CLIENT_DATA)
    build.object_to(number, by=anna)
    page = browse(doris).get(f"/steuerung/ideen/{number}/einspruch")
    form, _button = page.form_with(ANSWER)
    offered = [f.get("value") for f in form.iter("input") if f.get("name") == "verdict"]
    assert offered == ["stands", "reopen_hidden"]
    page.submit(ANSWER, verdict="reopen_hidden", reason=build.ANSWER)
    idea = look_at(number, anna)
    assert (idea.status, idea.published_at) == (Status.SUBMITTED, None)
    assert browse(bernd).get(f"/ideen/{number}").status == 404
    steering.publish(number)
    assert look_at(number, bernd).status == Status.SCREENING


def test_when_nobody_else_holds_the_role_all_who_can_help_are_told(
    anna, armin, clara, doris, browse
):
    number = build.closed(by=anna)
    with transaction() as own:
        own.query(Grant).filter_by(person_id=doris.id, role=Role.CHAIR).delete()
    build.object_to(number, by=anna)
    assert told("idea.objected") == {anna.id: MailState.PENDING}
    assert "wird noch benannt" in browse(anna).get(f"/ideen/{number}").text
    for url in (f"/steuerung/ideen/{number}/einspruch", "/steuerung/einsprueche"):
        assert "Die Administration ist gebeten" in browse(clara).get(url).text
    start = browse(armin).get("/").text
    assert "Bitte benennen Sie eine weitere Person" in start
    assert "Eigene App" not in start
    with transaction():
        grant_role(session.merge(doris), Role.COORDINATOR, actor=armin)
    assert "Einspruch beantworten: Eigene App" in browse(person_named("doris")).get("/").text
    assert "Bitte benennen Sie" not in browse(armin).get("/").text


@pytest.mark.parametrize("part", ["co-author", "merged author"])
def test_who_brought_the_idea_too_is_no_judge_of_the_objection(
    anna, armin, browse, clara, doris, jan, part
):
    if part == "co-author":
        number = submitted(shared_draft(by=anna, others=[doris]), by=anna)
        steering.publish(number)
    else:
        number = steering.in_screening(by=anna)
        merge(steering.in_screening(by=doris, title="Dasselbe"), number)
    close = screening.close_idea
    attempt(close, number, build.REASON, Ground.KNOWN, change=build.CHANGE, actor=clara)
    build.object_to(number, by=anna)
    with transaction():
        assert not has_judge(get_idea(number, reader=anna))
    assert "Ihre eigene Idee" in browse(doris).get("/steuerung/einsprueche").text
    with transaction():
        grant_role(session.merge(jan), Role.COORDINATOR, actor=armin)
    with transaction():
        assert has_judge(get_idea(number, reader=anna))


def test_the_objection_lies_with_an_office_that_is_not_among_its_authors(anna, armin, doris, jan):
    with transaction():
        grant_role(session.merge(jan), Role.COORDINATOR, actor=armin)
    number = submitted(shared_draft(by=anna, others=[doris]), by=anna)
    steering.publish(number)
    close = screening.close_idea
    clara = person_named("clara")
    attempt(close, number, build.REASON, Ground.KNOWN, change=build.CHANGE, actor=clara)
    build.object_to(number, by=anna)
    # Doris is the only chair, but an author: the other coordinator has to answer.
    assert look_at(number, anna).ball == Ball.COORDINATION
    assert jan.id in told("idea.objected")


def test_an_objection_is_overtaken_when_the_idea_comes_back_by_itself(anna, clara):
    number = build.deferred(by=anna)
    build.object_to(number, by=anna)
    until = look_at(number, anna).deferred_until
    with clock.at(clock.end_of(until)), transaction():
        assert actions.resume_due(actor=system()) == 1
    assert objection_of(number, anna).verdict == Verdict.OVERTAKEN
    with pytest.raises(NotAllowed):
        attempt(actions.answer_objection, number, build.ANSWER, actor=anna)


def test_taking_a_forwarded_idea_back_after_an_objection_ends_its_waiting(anna, doris):
    number = build.forwarded(by=anna)
    build.object_to(number, by=anna)
    build.answer(number, workflow.reopen, by=doris)
    assert look_at(number, anna).status == Status.SCREENING
    again = actions.forward_idea
    attempt(again, number, build.destination(), build.REASON, change=build.CHANGE, actor=doris)


def test_the_ground_is_kept_without_its_words(anna):
    number = build.closed(by=anna)
    build.object_to(number, by=anna)
    assert objection_of(number, anna).ground == ObjectionGround.NEW_FACT
