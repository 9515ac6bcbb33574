"""Mails to whoever is behind a seal: neutral, and their fate tells nothing of the reader."""

import pytest

from ideas.accounts.actions.people import edit_profile
from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.people.models import Person, Standing
from ideas.process.models import MailState
from tests.build import sealed
from tests.notifications.conftest import mails, make_due

SUBJECT = "Es gibt Neues zu einer Idee"


def to(person, letters):
    return [letter for letter in letters() if person.email in letter["To"]]


def of_the_pseudonym():
    with transaction():
        pseudonym = session.query(Person).filter_by(is_pseudonym=True).one().id
    return [notice for notice in mails() if notice.person_id == pseudonym]


def test_the_mail_names_neither_idea_nor_state(letters, anna):
    number = sealed.published(by=anna)
    found = to(anna, letters)
    assert {letter["Subject"] for letter in found} == {SUBJECT}
    for letter in found:
        assert number not in letter.get_content()
        assert "Ihre Idee" not in letter.get_content()
        assert "/benachrichtigungen" in letter.get_content()


def test_no_row_leads_to_the_letter_in_the_servers_log(letters, anna):
    sealed.published(by=anna)
    stored = {notice.message_id for notice in mails()}
    assert not stored & {letter["Message-ID"] for letter in to(anna, letters)}


def stop_mails(anna):
    with transaction():
        person = session.get_one(Person, anna.id)
        edit_profile(person, language="de", wants_mail=False, actor=person)


def close_account(anna):
    with transaction():
        session.get_one(Person, anna.id).standing = Standing.INACTIVE


@pytest.mark.parametrize("change", [stop_mails, close_account])
def test_whether_the_author_wants_mails_shows_nowhere(letters, anna, change):
    sealed.published(by=anna)
    change(anna)
    make_due()
    assert to(anna, letters) == []
    kept = of_the_pseudonym()
    assert {notice.mail for notice in kept} == {MailState.SENT}
    assert all(notice.sent_at == clock.beginning_of_day(notice.sent_at) for notice in kept)
