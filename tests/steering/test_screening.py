"""The coordinator's work on an idea, through the pages she uses."""

from datetime import date, timedelta

import pytest
import time_machine

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible, Stale
from ideas.ideation.models import Ball, Status
from ideas.ideation.queries import get_idea
from ideas.people.queries import system
from ideas.process.models import Entry, MailState, Notice
from ideas.steering.actions import screening
from ideas.steering.actions.screening import Answer
from ideas.steering.models import GateAnswer, Ground, Outcome, Screening
from ideas.steering.queries import find_screening
from tests.build import steering as build

YES = {f"answer_{key}": "yes" for key in ("competence", "lawful", "new", "no_client_data")}
PUBLISH = "Veröffentlichen und Vorprüfung beginnen"
PASS_ON = "Speichern und zur Bewertung weitergeben"
REASON = "Das Programm entscheidet die Bundesagentur; wir geben es dort weiter."
CHANGE = "Die Bundesagentur müsste es ändern."


def address(number: str) -> str:
    return f"/steuerung/ideen/{number}/vorpruefung"


def told(event: str) -> dict[int, MailState]:
    """Who was told of the last event of this name, and whether by mail."""
    rows = session.query(Notice.person_id, Notice.mail).join(Entry).filter(Entry.event == event)
    return dict(rows.all())


def test_publishing_begins_the_screening_and_tells_the_author(anna, bernd, clara, browse):
    number = build.handed_in(by=anna)
    assert browse(bernd).get(f"/ideen/{number}").status == 404
    page = browse(clara).get(address(number)).submit(PUBLISH)
    assert "Die Vorprüfung hat begonnen" in page.text
    idea = build.look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.SCREENING, Ball.COORDINATION)
    assert idea.ball_until == clock.add_working_days(clock.today(), 10)
    assert idea.published_at is not None
    assert browse(bernd).get(f"/ideen/{number}").status == 200
    assert told("idea.published") == {anna.id: MailState.PENDING}


def test_the_queue_shows_the_most_urgent_idea_first(anna, clara, browse):
    with time_machine.travel("2026-11-02 10:00", tick=True):
        late = build.handed_in(by=anna, title="Aus der Vorwoche")
    new = build.handed_in(by=anna, title="Von heute")
    page = browse(clara).get("/steuerung/vorpruefung")
    assert page.text.index(late) < page.text.index(new)
    assert page.text.count("überfällig") == 1
    assert "Neu (2)" in page.links()


def test_each_part_of_the_queue_holds_its_ideas(anna, clara, browse):
    in_screening = build.in_screening(by=anna, title="Wird geprüft")
    passed = build.screened(by=anna, title="Wartet")
    with transaction():
        asked = get_idea(build.in_screening(by=anna, title="Gefragt"), reader=clara)
    build.attempt(screening.ask_back, asked.number, "Wie oft?", actor=clara)
    browser = browse(clara)
    for part, number in (
        ("vorpruefung", in_screening),
        ("rueckfrage", asked.number),
        ("wartet", passed),
    ):
        page = browser.get(f"/steuerung/vorpruefung?stand={part}")
        assert [n for n in (in_screening, asked.number, passed) if n in page.text] == [number]


def test_answers_are_kept_and_shown_again(anna, clara, browse):
    number = build.in_screening(by=anna)
    browser = browse(clara)
    browser.get(address(number)).submit(
        "Speichern", answer_lawful="unclear", note_lawful="Datenschutz fragen"
    )
    form, _button = browser.get(address(number)).form_with("Speichern")
    values = {
        f.get("name"): f.get("value") for f in form.iter("input") if f.get("checked") is not None
    }
    assert values["answer_lawful"] == "unclear"
    assert values["answer_new"] == ""
    assert find_screening(build.look_at(number, clara)).answers == {
        "lawful": {"answer": "unclear", "note": "Datenschutz fragen"}
    }


def test_an_idea_passes_when_every_question_is_answered(anna, clara, browse):
    number = build.in_screening(by=anna)
    page = browse(clara).get(address(number)).submit(PASS_ON, **{**YES, "answer_new": "unclear"})
    assert "hat die Vorprüfung bestanden und wartet" in page.text
    idea = build.look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.SCREENING, Ball.CHAIR)
    assert find_screening(idea).passed_at is not None
    assert told("idea.screened") == {anna.id: MailState.PENDING}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"answer_new": ""}, "Bitte beantworten Sie zuerst alle Prüffragen"),
        ({"answer_new": "no"}, "ist mit „nein“ beantwortet"),
    ],
)
def test_an_idea_does_not_pass_with_an_open_question_or_a_no(
    anna, clara, browse, changed, sentence
):
    number = build.in_screening(by=anna)
    page = (
        browse(clara)
        .get(address(number))
        .submit(PASS_ON, **{**YES, **changed}, note_lawful="meine Notiz")
    )
    assert page.status == 409
    assert sentence in page.text
    assert "meine Notiz" in page.html
    assert find_screening(build.look_at(number, clara)).answers == {}


def test_two_coordinators_meet_and_nothing_is_lost(anna, clara, doris, browse):
    number = build.in_screening(by=anna)
    mine = browse(clara).get(address(number))
    browse(doris).get(address(number)).submit(
        "Speichern", answer_new="no", note_new="gibt es <schon>"
    )
    conflict = mine.submit("Speichern", answer_new="yes", note_new="ist neu")
    assert conflict.status == 409
    assert "Inzwischen hat jemand anderes die Antworten geändert" in conflict.text
    assert "nein – gibt es <schon>" in conflict.text
    assert "ist neu" in conflict.html
    assert conflict.submit("Speichern").status == 200
    stored = find_screening(build.look_at(number, clara)).answers["new"]
    assert stored == {"answer": "yes", "note": "ist neu"}


def test_stale_answers_are_refused_by_the_action_too(anna, clara):
    number = build.in_screening(by=anna)
    with pytest.raises(Stale):
        build.attempt(screening.save_screening, number, {}, seen=0, actor=clara)


def test_a_question_that_the_house_does_not_ask_is_refused(anna, clara):
    number = build.in_screening(by=anna)
    foreign = {"beauty": Answer(GateAnswer.YES)}
    with pytest.raises(Invalid):
        build.attempt(screening.save_screening, number, foreign, seen=1, actor=clara)


def test_answers_of_a_passed_idea_stand(anna, clara):
    number = build.screened(by=anna)
    with pytest.raises(NotPossible):
        build.attempt(screening.save_screening, number, {}, seen=3, actor=clara)


def test_a_question_goes_to_the_author_with_a_date(anna, clara, browse):
    number = build.in_screening(by=anna)
    page = (
        browse(clara)
        .get(address(number))
        .submit("Frage absenden", question="Wie oft kommt das vor?")
    )
    assert "Ihre Frage ist unterwegs" in page.text
    idea = build.look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.QUERY, Ball.AUTHOR)
    assert idea.ball_until == clock.add_working_days(clock.today(), 15)
    assert "Wie oft kommt das vor?" in browse(anna).get(f"/ideen/{number}").text
    assert told("idea.queried") == {anna.id: MailState.PENDING}


@pytest.mark.parametrize("question", ["", "   "])
def test_an_empty_question_is_not_sent(anna, clara, browse, question):
    number = build.in_screening(by=anna)
    page = browse(clara).get(address(number)).submit("Frage absenden", question=question)
    assert page.status == 422
    assert build.look_at(number, clara).status == Status.SCREENING
    with pytest.raises(Invalid):
        build.attempt(screening.ask_back, number, question, actor=clara)


def test_asking_takes_a_passed_idea_out_of_the_waiting_ones(anna, clara):
    number = build.screened(by=anna)
    with transaction():
        screening.ask_back(
            get_idea(number, reader=clara), "Gilt das auch für Teilzeit?", actor=clara
        )
    assert find_screening(build.look_at(number, clara)).passed_at is None


def test_an_idea_is_closed_with_a_reason_that_its_author_reads(anna, clara, browse):
    number = build.handed_in(by=anna)
    page = (
        browse(clara)
        .get(address(number))
        .submit("Idee schließen", ground="not_ours", reason=REASON, change=CHANGE)
    )
    assert "Die Idee ist geschlossen" in page.text
    idea = build.look_at(number, anna)
    assert (idea.status, idea.ball, idea.published_at) == (Status.INADMISSIBLE, Ball.NOBODY, None)
    assert REASON in browse(anna).get(f"/ideen/{number}").text
    assert told("idea.closed") == {anna.id: MailState.PENDING}


def test_a_no_is_ground_enough_to_close(anna, clara):
    number = build.in_screening(by=anna)
    answers = {**build.all_gates(), "new": Answer(GateAnswer.NO)}
    with transaction():
        idea = get_idea(number, reader=clara)
        screening.save_screening(idea, answers, seen=1, actor=clara)
        screening.close_idea(idea, REASON, change=CHANGE, actor=clara)
    assert build.look_at(number, anna).status == Status.INADMISSIBLE


@pytest.mark.parametrize(("ground", "readers"), [("client_data", 0), ("known", 1)])
def test_an_idea_closed_for_client_data_is_taken_from_its_readers(
    anna, bernd, clara, doris, browse, ground, readers
):
    number = build.in_screening(by=anna)
    page = browse(clara).get(address(number))
    assert page.submit("Idee schließen", ground=ground, reason=REASON, change=CHANGE).status == 200
    statuses = [browse(person).get(f"/ideen/{number}").status for person in (anna, clara, doris)]
    assert statuses == [200, 200, 200]
    assert (browse(bernd).get(f"/ideen/{number}").status == 200) == bool(readers)
    found = browse(bernd).get("/ideen", query_string={"suche": number})
    assert (f"/ideen/{number}" in found.html) == bool(readers)


@pytest.mark.parametrize(
    ("ground", "reason", "sentence"),
    [
        ("not_ours", "Leider nein.", "zusammen mindestens 80 Zeichen"),
        ("", REASON, "Bitte wählen Sie einen Grund"),
    ],
)
def test_closing_needs_a_ground_and_a_whole_reason(anna, clara, browse, ground, reason, sentence):
    number = build.in_screening(by=anna)
    page = browse(clara).get(address(number))
    page = page.submit("Idee schließen", ground=ground, reason=reason, change=CHANGE)
    assert page.status == 422
    assert sentence in page.text
    assert reason in page.text
    assert build.look_at(number, clara).status == Status.SCREENING


def test_a_short_reason_is_refused_by_the_action_too(anna, clara):
    number = build.in_screening(by=anna)
    with pytest.raises(Invalid):
        build.attempt(screening.close_idea, number, "Nein.", Ground.KNOWN, change="–", actor=clara)


def test_a_coordinator_cannot_screen_her_own_idea_but_the_chair_can(clara, doris, browse):
    number = build.handed_in(by=clara)
    assert browse(clara).get(address(number)).status == 403
    queue = browse(clara).get("/steuerung/vorpruefung")
    assert "Ihre eigene Idee" in queue.text
    with pytest.raises(NotAllowed):
        build.attempt(screening.publish_idea, number, actor=clara)
    assert browse(doris).get(address(number)).submit(PUBLISH).status == 200


@pytest.mark.parametrize("persona", ["anna", "bernd", "olaf"])
def test_others_find_neither_queue_nor_page(anna, everyone, browse, persona):
    number = build.in_screening(by=anna)
    browser = browse(everyone[persona])
    assert browser.get("/steuerung/vorpruefung").status == 403
    assert browser.get(address(number)).status == 403


def test_an_unpublished_idea_does_not_exist_for_members(anna, bernd, browse):
    number = build.handed_in(by=anna)
    assert browse(bernd).get(address(number)).status == 404


def test_a_deferred_idea_comes_back_on_its_day(anna, clara):
    number = build.decided(by=anna, outcome=Outcome.DEFER)
    until = build.look_at(number, anna).deferred_until
    assert until == clock.today() + timedelta(days=90)
    assert resume_on(until - timedelta(days=1)) == 0
    assert resume_on(until) == 1
    idea = build.look_at(number, anna)
    assert (idea.status, idea.ball, idea.deferred_until) == (
        Status.SCREENING,
        Ball.COORDINATION,
        None,
    )
    assert session.get(Screening, idea.id).passed_at is None
    assert told("idea.resumed") == {anna.id: MailState.PENDING, clara.id: MailState.PENDING}


def test_only_the_house_itself_takes_up_deferred_ideas(anna, clara):
    number = build.decided(by=anna, outcome=Outcome.DEFER)
    until = build.look_at(number, anna).deferred_until
    with pytest.raises(NotAllowed):
        resume_on(until, actor=clara)


def resume_on(day: date, actor=None) -> int:
    with time_machine.travel(f"{day} 12:00"), transaction():
        return screening.resume_deferred(actor=actor or system())
