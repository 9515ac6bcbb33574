"""What the mails about an idea say: what happened, what comes next, until when."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.ideation.actions import answer_query, comment_on, lapse_queries
from ideas.ideation.queries import get_idea, version_of
from ideas.notifications.delivery.letter import write_letter
from ideas.people.models import Person
from ideas.process.models import MailState, Notice
from tests.build.ideation import TEXTS, as_system, published_idea, queried_idea, submitted_idea


@pytest.fixture
def letter(app):
    """A function that writes the mail of an event to a person: its subject and its text."""

    def write(event, number, person):
        waiting = select(Notice).where(Notice.person_id == person.id)
        for notice in session.scalars(waiting.where(Notice.mail == MailState.PENDING)):
            if notice.entry.event == event:
                idea = get_idea(number, reader=person)
                mail = write_letter(notice, idea, session.get_one(Person, person.id))
                return mail["Subject"], " ".join(mail.get_content().split())
        return None

    with app.app_context():
        yield write


def test_the_receipt_names_number_fingerprint_and_day(letter, anna, clara):
    number = submitted_idea(by=anna)
    with transaction():
        idea = get_idea(number, reader=anna)
        subject, text = letter("idea.submitted", number, anna)
        assert subject == f"Ihre Idee {number} ist angekommen"
        assert f"„{TEXTS.title}“" in text
        assert version_of(idea, 1).content_hash in text
        assert f"spätestens bis zum {idea.ball_until:%d.%m.%Y}" in text
        assert f"/ideen/{number}" in text
        subject, text = letter("idea.submitted", number, clara)
        assert subject == f"Neue Idee {number}"
        assert f"bis zum {idea.ball_until:%d.%m.%Y}" in text


def test_the_answer_is_in_the_coordinations_mail(letter, anna, clara):
    number = queried_idea(by=anna)
    with transaction():
        answer_query(get_idea(number, reader=anna), "Alle Briefe.", actor=anna)
    with transaction():
        subject, text = letter("idea.answered", number, clara)
        assert subject == f"Antwort auf die Rückfrage zu Idee {number}"
        assert "Alle Briefe." in text


def test_a_comment_is_told_without_its_text(letter, anna, bernd):
    number = published_idea(by=anna)
    with transaction():
        comment_on(get_idea(number, reader=bernd), "Streng vertraulich", actor=bernd)
    with transaction():
        subject, text = letter("idea.commented", number, anna)
        assert subject == f"Neuer Kommentar zu Ihrer Idee {number}"
        assert "vertraulich" not in text


def test_a_lapsed_question_is_told_to_both(letter, anna, clara):
    number = queried_idea(by=anna)
    with clock.at(clock.now() + timedelta(days=60)), transaction():
        lapse_queries(actor=as_system())
    with transaction():
        subject, text = letter("idea.query_lapsed", number, anna)
        assert subject == f"Ohne Antwort: Die Vorprüfung von Idee {number} geht weiter"
        assert "weiterhin kommentieren" in text
        assert "weiterhin kommentieren" not in letter("idea.query_lapsed", number, clara)[1]
