"""Sending over real SMTP, to a good server and to bad ones: at least once, and an end for all."""

from collections import Counter
from datetime import timedelta

import pytest
from aiosmtpd.smtp import AuthResult

from ideas.core import clock, database, settings
from ideas.core.database import session
from ideas.notifications.delivery import outbox, postbox
from ideas.process.models import MailState, Notice
from tests.build.steering import handed_in
from tests.notifications.conftest import drain, mails, make_due, send_to
from tests.notifications.server import Office, dripping_server, mail_server
from tests.server import free_port


@pytest.fixture
def office(monkeypatch, house):
    """A server, well-behaved until its script is changed."""
    assert house.in_transaction()
    office = Office()
    with mail_server(office) as url:
        send_to(monkeypatch, smtp_url=url)
        yield office


def states() -> Counter:
    return Counter(mail.mail.value for mail in mails())


def try_until_the_end(app) -> None:
    for _attempt in range(len(outbox.BACKOFF) + 1):
        make_due()
        drain(app)


def test_each_mail_is_taken_once_by_its_recipient(app, office, anna):
    for n in range(13):
        handed_in(by=anna, title=f"Idee {n}")
    drain(app)
    assert states() == {"sent": 26}
    assert Counter(office.recipients) == {
        "anna@jobcenter.example": 13,
        "clara@jobcenter.example": 13,
    }
    assert len({letter["Message-ID"] for letter in office.taken}) == 26
    drain(app)
    assert len(office.taken) == 26


def test_a_mail_waits_its_backoff_after_a_refusal_for_now(app, office, anna):
    handed_in(by=anna)
    office.answer = lambda step: "451 try later" if step == "RCPT" else None
    drain(app)
    first = mails()[0]
    assert (first.mail, first.attempts, first.last_error) == (MailState.PENDING, 1, "recipient 451")
    assert timedelta(0) < first.due_at - clock.now() <= outbox.BACKOFF[0]
    drain(app)
    assert mails()[0].attempts == 1
    office.answer = lambda _step: None
    make_due()
    drain(app)
    assert states() == {"sent": 2}
    assert mails()[0].last_error is None


@pytest.mark.parametrize(
    ("step", "answer", "error"),
    [
        ("RCPT", "550 no such user anna@jobcenter.example", "recipient 550"),
        ("DATA", "554 rejected for anna@jobcenter.example", "message 554"),
    ],
)
def test_what_is_refused_for_good_fails_at_once_without_the_address(
    app, office, anna, step, answer, error
):
    handed_in(by=anna)
    office.answer = lambda asked: answer if asked == step else None
    drain(app)
    assert {(m.mail, m.attempts, m.last_error) for m in mails()} == {(MailState.FAILED, 1, error)}


@pytest.mark.parametrize(
    ("step", "answer", "error"),
    [
        ("MAIL", "421 closing", "server 421"),
        ("MAIL", "550 sender not welcome", "server 550"),
        ("RCPT", "450 busy", "recipient 450"),
        ("DATA", "452 full", "message 452"),
    ],
)
def test_what_is_refused_again_and_again_fails_after_six_attempts(
    app, office, anna, step, answer, error
):
    handed_in(by=anna)
    office.answer = lambda asked: answer if asked == step else None
    try_until_the_end(app)
    assert {(m.mail, m.attempts, m.last_error) for m in mails()} == {(MailState.FAILED, 6, error)}


def test_nobody_at_the_address_fails_after_six_attempts(app, house, anna, monkeypatch):
    assert house.in_transaction()
    send_to(monkeypatch, smtp_url=f"smtp://127.0.0.1:{free_port()}")
    handed_in(by=anna)
    try_until_the_end(app)
    assert {(m.mail, m.attempts, m.last_error) for m in mails()} == {
        (MailState.FAILED, 6, "connection")
    }


def test_a_server_that_hangs_up_before_its_last_word_gets_the_same_letter_again(app, office, anna):
    handed_in(by=anna)
    answers = iter(["drop", "drop"])
    office.answer = lambda step: next(answers, None) if step == "DATA" else None
    try_until_the_end(app)
    assert states() == {"sent": 2}
    assert Counter(letter["Message-ID"] for letter in office.taken) == {
        mail.message_id: 2 for mail in mails()
    }


def test_a_dripping_server_is_left(app, house, anna, monkeypatch):
    assert house.in_transaction()
    monkeypatch.setattr(postbox, "LETTER_WITHIN", 0.3)
    with dripping_server(0.05) as url:
        send_to(monkeypatch, smtp_url=url)
        handed_in(by=anna)
        drain(app)
    assert {(m.mail, m.last_error) for m in mails()} == {(MailState.PENDING, "connection")}


def test_one_poisoned_row_does_not_stop_the_others(app, office, anna, monkeypatch):
    handed_in(by=anna)
    handed_in(by=anna, title="Die vergiftete")
    write = outbox.write_letter

    def poisoned(notice, subject, person):
        if subject.title == "Die vergiftete":
            raise KeyError(subject.title)
        return write(notice, subject, person)

    monkeypatch.setattr(outbox, "write_letter", poisoned)
    try_until_the_end(app)
    assert states() == {"sent": 2, "failed": 2}
    assert {m.last_error for m in mails() if m.mail == MailState.FAILED} == {"text"}
    assert len(office.taken) == 2


def test_a_dead_workers_mails_come_back_when_its_lease_ends(app, office, anna):
    handed_in(by=anna)
    with database.transaction():
        for notice in session.scalars(Notice.__table__.select().with_only_columns(Notice.id)):
            session.get_one(Notice, notice).leased_until = clock.now() + outbox.LEASE
    drain(app)
    assert office.taken == []
    make_due()
    drain(app)
    assert states() == {"sent": 2}


def test_two_workers_never_claim_the_same_mail(app, office, anna, monkeypatch):
    for n in range(6):
        handed_in(by=anna, title=f"Idee {n}")
    claimed = []

    def remember(notice_id, _postbox):
        claimed.append(notice_id)
        if len(claimed) == 1:
            with app.app_context():
                outbox.deliver_batch()
        return MailState.SENT

    monkeypatch.setattr(outbox, "_deliver", remember)
    with app.app_context():
        outbox.deliver_batch()
    assert len(claimed) == len(set(claimed)) == 12
    assert office.taken == []


def test_it_signs_in_with_the_decoded_password(app, house, anna, monkeypatch):
    assert house.in_transaction()
    handed_in(by=anna)
    office, seen = Office(), []

    def authenticate(_server, _session, _envelope, _mechanism, data):
        seen.append((data.login, data.password))
        return AuthResult(success=data.password == b"geheim@wort", handled=False)

    with mail_server(office, authenticator=authenticate, auth_require_tls=False) as url:
        send_to(monkeypatch, smtp_url=url.replace("//", "//konto:falsch@"))
        drain(app)
        assert {m.last_error for m in mails()} == {"sign_in 535"}
        send_to(monkeypatch, smtp_url=url.replace("//", "//konto:geheim%40wort@"))
        make_due()
        drain(app)
    assert states() == {"sent": 2}
    assert seen[-1] == (b"konto", b"geheim@wort")


def test_nothing_leaves_unencrypted_where_encryption_is_asked_for(app, office, anna, monkeypatch):
    handed_in(by=anna)
    send_to(monkeypatch, smtp_url=f"{settings.current().smtp_url}?starttls=1")
    drain(app)
    assert office.taken == []
    assert {m.last_error for m in mails()} == {"connection"}
