"""Reading the journal and the notices."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import joinedload

from ideas.core import clock
from ideas.core.database import session
from ideas.process.journal import Subject
from ideas.process.models import Entry, MailState, Notice, Reason

MANY = 100
# Asked by every page, therefore built once.
UNREAD = select(func.count()).select_from(
    select(Notice.id)
    .where(Notice.person_id.in_(bindparam("people", expanding=True)), Notice.read_at.is_(None))
    .limit(MANY)
    .subquery()
)


def history_of(subject: Subject, *kinds_and_ids: tuple[str, int]) -> list[Entry]:
    """Return what happened to the subject (and to further ones), oldest first, with reasons."""
    pairs = ((subject.__tablename__, subject.id), *kinds_and_ids)
    chosen = [(Entry.subject_kind == kind) & (Entry.subject_id == key) for kind, key in pairs]
    statement = (
        select(Entry).where(or_(*chosen)).options(joinedload(Entry.reason)).order_by(Entry.sequence)
    )
    return list(session.scalars(statement))


def unread_count(people: Sequence[int]) -> int:
    """Return how many notices a person has not read under these ids; counted up to a hundred."""
    return session.scalar(UNREAD, {"people": people}) or 0


def inbox(people: Sequence[int], *, page: int, size: int) -> list[Notice]:
    """Return a page of the notices under these ids, newest first, and one more if there is one."""
    statement = (
        select(Notice)
        .where(Notice.person_id.in_(people))
        .options(joinedload(Notice.entry).joinedload(Entry.reason))
        .order_by(Notice.id.desc())
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.scalars(statement))


def mails(*, page: int, size: int) -> list[Any]:
    """Return a page of the outbox, newest first: no address, no text."""
    statement = (
        select(Notice.id, Entry.event, Notice.mail, Notice.attempts)
        .add_columns(Notice.due_at, Notice.sent_at, Notice.last_error)
        .join(Entry)
        .where(Notice.mail != MailState.NONE)
        .order_by(Notice.id.desc())
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def visible_reason(reason: Reason | None, at: datetime | None = None) -> str:
    """Return the public text of a reason once it may be seen, else nothing."""
    if reason is None:
        return ""
    if reason.visible_from and reason.visible_from > (at or clock.now()):
        return ""
    return reason.public
