"""A post office for tests: what left the house, letter by letter."""

import email
import email.policy
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

import pytest
from sqlalchemy import select, update

from ideas.core import clock, database, settings
from ideas.core.database import session
from ideas.notifications.delivery.outbox import deliver_batch
from ideas.process.models import Entry, MailState, Notice


@pytest.fixture
def letters(app, house, monkeypatch, tmp_path) -> Callable[[], list[EmailMessage]]:
    """Deliver everything that is due into files and read them."""
    assert house.in_transaction()
    send_to(monkeypatch, smtp_url="", data_dir=tmp_path)

    def read() -> list[EmailMessage]:
        drain(app)
        return [
            email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            for path in sorted((tmp_path / "mails").glob("*.eml"))
        ]

    return read


def send_to(monkeypatch, **changed: object) -> None:
    """Let the post go another way for the length of a test."""
    ours = replace(settings.current(), **changed)
    monkeypatch.setattr(settings, "_installed", [ours])


def drain(app) -> None:
    """Do what the worker does until nothing is due."""
    with app.app_context():
        while deliver_batch():
            pass


def mails(**wanted: object) -> list[Notice]:
    """The notices with a mail, oldest first; with `event` only those of one event."""
    statement = select(Notice).join(Entry).where(Notice.mail != MailState.NONE).order_by(Notice.id)
    if event := wanted.get("event"):
        statement = statement.where(Entry.event == event)
    with database.transaction():
        return list(session.scalars(statement))


def make_due() -> None:
    """Let the time of the next attempt come for every waiting mail."""
    with database.transaction():
        waiting = update(Notice).where(Notice.mail == MailState.PENDING)
        session.execute(waiting.values(due_at=clock.now(), leased_until=None))
