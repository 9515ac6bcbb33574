"""What a mail says, to whom, and in which language."""

from email.message import EmailMessage

import pytest

from ideas.accounts.actions import people
from ideas.accounts.models import Purpose
from ideas.accounts.queries import link_for
from ideas.core import database
from ideas.core.database import session
from ideas.people.models import Person, Role
from ideas.process.models import MailState
from tests.build.steering import handed_in
from tests.notifications.conftest import mails


def to(letters: list[EmailMessage], name: str) -> EmailMessage:
    found = [one for one in letters if one["To"].addresses[0].username == name]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def invited(armin) -> Person:
    with database.transaction():
        return people.invite(
            name=("Gül", "Groß"),
            email="guel@jobcenter.example",
            unit="",
            roles={Role.EMPLOYEE},
            actor=armin,
        )


def test_the_author_gets_a_receipt_and_the_coordinator_a_task(letters, anna):
    number = handed_in(by=anna)
    receipt, task = to(letters(), "anna"), to(letters(), "clara")
    assert receipt["Subject"] == f"Ihre Idee {number} ist angekommen"
    assert f"http://127.0.0.1:8000/ideen/{number}" in receipt.get_content()
    assert "Sie erhalten diese Mail, weil es Ihre Idee ist." in receipt.get_content()
    assert "http://127.0.0.1:8000/profil" in receipt.get_content()
    assert "weil es Ihre Aufgabe ist" in task.get_content()


def test_a_letter_is_plain_text_that_no_absence_note_answers(letters, anna):
    handed_in(by=anna)
    letter = to(letters(), "anna")
    assert letter.get_content_type() == "text/plain"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["From"] == "Macht es einfach! <ideen@jobcenter.example>"
    assert letter["Message-ID"] == mails(event="idea.submitted")[0].message_id
    assert max(len(line) for line in letter.get_content().splitlines()) < 80


def test_a_letter_speaks_the_language_of_its_reader(letters, anna):
    with database.transaction():
        session.get_one(Person, anna.id).language = "en"
    number = handed_in(by=anna)
    letter = to(letters(), "anna")
    assert letter["Subject"] == f"Your idea {number} has arrived"
    assert "Good day Anna Albrecht," in letter.get_content()


def test_a_line_break_in_a_title_cannot_become_a_header(letters, anna, monkeypatch):
    number = handed_in(by=anna)
    monkeypatch.setattr(
        "ideas.notifications.delivery.letter._texts",
        lambda *_: ("Zeile\r\nBcc: boese@example.org", "Text"),
    )
    with pytest.raises(ValueError, match="linefeed"):
        EmailMessage()["Subject"] = "Zeile\r\nBcc: boese@example.org"
    subjects = [letter["Subject"] for letter in letters()]
    assert number
    assert subjects == ["Zeile Bcc: boese@example.org"] * 2


def test_an_invitation_holds_the_link_that_works(letters, invited):
    letter = to(letters(), "guel")
    with database.transaction():
        path = link_for(session.get_one(Person, invited.id), Purpose.INVITATION)
    assert f"http://127.0.0.1:8000{path}" in letter.get_content()
    assert "/profil" not in letter.get_content()


def test_an_invitation_that_ran_out_before_sending_says_so(letters, invited, armin):
    with database.transaction():
        person = session.get_one(Person, invited.id)
        people.deactivate(person, actor=armin)
        people.reactivate(person, actor=armin)
    texts = [letter.get_content() for letter in letters()]
    assert len(texts) == 2
    assert len({text.partition("/einladung/")[2][:64] for text in texts}) == 1


def test_whoever_lost_access_gets_nothing_that_was_queued_before(letters, anna, clara, armin):
    handed_in(by=anna)
    with database.transaction():
        person = session.get_one(Person, clara.id)
        people.revoke_role(person, Role.COORDINATOR, actor=armin)
    assert [one["To"].addresses[0].username for one in letters()] == ["anna"]
    states = {mail.person_id: mail.mail for mail in mails(event="idea.submitted")}
    assert states == {anna.id: MailState.SENT, clara.id: MailState.WITHDRAWN}


def test_a_closed_account_gets_no_mail(letters, anna, clara, armin):
    handed_in(by=anna)
    with database.transaction():
        people.deactivate(session.get_one(Person, clara.id), actor=armin)
    assert [one["To"].addresses[0].username for one in letters()] == ["anna"]


def test_whoever_switched_mails_off_meanwhile_gets_none(letters, anna):
    handed_in(by=anna)
    with database.transaction():
        person = session.get_one(Person, anna.id)
        people.edit_profile(person, language="de", wants_mail=False, actor=person)
    assert [one["To"].addresses[0].username for one in letters()] == ["clara"]
