"""What people are told of a project: what happened, why, who is next, and where to look."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.ideation.models import Idea
from ideas.maturation import actions, queries
from ideas.maturation.models import GateOutcome
from ideas.notifications.delivery.letter import write_letter
from ideas.people.models import Person
from ideas.people.queries import system
from ideas.process.models import Entry, MailState, Notice
from ideas.programme.queries import phases
from tests.build import maturation as build


@pytest.fixture
def letter(app):
    """Return a function that writes the newest mail of an event to a person."""

    def write(event, person):
        with app.app_context(), transaction():
            statement = select(Notice).join(Entry).where(Entry.event == event)
            chosen = statement.where(
                Notice.person_id == person.id, Notice.mail == MailState.PENDING
            )
            notice = session.scalars(chosen.order_by(Notice.id.desc()).limit(1)).one()
            idea = session.get_one(Idea, notice.entry.subject_id)
            mail = write_letter(notice, idea, session.get_one(Person, person.id))
            return mail["Subject"], mail.get_content()

    return write


@pytest.fixture
def number(anna, olaf, doris):
    return build.new_project(author=anna, owner=olaf, chair=doris, title="Kurzbrief")


def test_owner_and_author_read_different_words_at_the_start(letter, number, anna, olaf):
    subject, body = letter("idea.adopted", olaf)
    assert subject == "Das Vorhaben beginnt: Kurzbrief"
    assert "Sie sind als verantwortliche Person" in body
    assert f"/vorhaben/{number}" in body
    subject, body = letter("idea.adopted", anna)
    assert "Aus der ausgewählten Idee ist ein Vorhaben geworden" in " ".join(body.split())


def test_the_chair_is_asked_and_the_decision_is_told_with_its_reason(
    letter, number, anna, olaf, doris
):
    build.answer_all(number, owner=olaf)
    build.ask(number, owner=olaf)
    _subject, body = letter("idea.gate_asked", doris)
    assert "Bitte entscheiden Sie" in body
    assert "Erwartet bis:" in body
    build.decide(number, chair=doris, reason="Gut & gründlich <vorbereitet>.")
    subject, body = letter("idea.gate_released", anna)
    assert subject == "Eine Phase weiter: Kurzbrief"
    assert "Gut & gründlich <vorbereitet>." in body
    assert "Es ist jetzt in „Auftrag klären“" in body


def test_rework_back_aside_home_and_the_end_are_told_to_author_and_owner(
    letter, number, anna, olaf, doris, clara
):
    build.pass_gate(number, owner=olaf, chair=doris)
    build.answer_all(number, owner=olaf)
    build.ask(number, owner=olaf)
    build.decide(number, chair=doris, outcome=GateOutcome.REWORK, reason="Bitte nachfragen.")
    with transaction():
        project = queries.get_project(number, reader=clara, lock=True)
        actions.move_back(project, phases()[0], "Zu früh.", seen=2, actor=clara)
    build.park(number, actor=clara, reason="Wir warten auf das Programm.")
    with transaction():
        actions.resume_project(queries.get_project(number, reader=clara, lock=True), actor=clara)
    build.stop(number, actor=doris)
    told = {
        "idea.gate_reworked": ("Es fehlt noch etwas: Kurzbrief", "Bitte nachfragen."),
        "idea.moved_back": ("Zurück in eine frühere Phase: Kurzbrief", "Zu früh."),
        "idea.parked": ("Für eine Weile geparkt: Kurzbrief", "Wir warten auf das Programm."),
        "idea.resumed_work": ("Es geht weiter: Kurzbrief", "wo sie ruhte"),
        "idea.stopped": ("Gestoppt: Kurzbrief", "Es trägt nicht:"),
    }
    for event, (subject, words) in told.items():
        for person in (anna, olaf):
            written, body = letter(event, person)
            assert written == subject
            assert words in body


def test_the_end_thanks_the_author_and_the_owner(letter, anna, olaf, doris):
    number = build.project_in("operation", author=anna, owner=olaf, chair=doris, title="Kurzbrief")
    build.pass_gate(number, owner=olaf, chair=doris)
    assert "Ihre Idee hat den ganzen Weg geschafft" in letter("idea.completed", anna)[1]
    assert "Danke für Ihre Arbeit." in letter("idea.completed", olaf)[1]


@pytest.mark.usefixtures("number")
def test_the_owner_of_a_silent_project_is_asked(letter, olaf):
    with clock.at(clock.now() + timedelta(days=31)), transaction():
        actions.remind_reports(actor=system())

    assert letter("idea.report_missed", olaf)[0] == "Wie läuft es? Kurzbrief"
