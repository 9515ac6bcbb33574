"""Draining the outbox: claim, write, send, mark each; no transaction is open while sending."""

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email.message import EmailMessage

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from ideas.core import claims, clock, database
from ideas.core.database import session
from ideas.ideation.sealing import addressee
from ideas.notifications.delivery.letter import write_letter
from ideas.notifications.delivery.postbox import NotAcceptedError, Postbox, open_postbox
from ideas.notifications.models import MailProblem
from ideas.notifications.queries import subject_of
from ideas.people.models import Person, Standing
from ideas.process.events import EVENTS
from ideas.process.models import Because, Entry, MailState, Notice

log = logging.getLogger(__name__)
BATCH = 10
LEASE = timedelta(seconds=120)
NEEDED = timedelta(seconds=60)  # the longest that one letter can take
BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))


def due() -> int:
    """Count the mails that wait and whose time has come."""
    waiting = select(func.count()).select_from(Notice).where(Notice.mail == MailState.PENDING)
    database.open_session(reading=True)
    try:
        return session.scalar(waiting.where(Notice.due_at <= clock.now())) or 0
    finally:
        database.close_session()


def deliver_batch() -> Counter[MailState]:
    """Send the mails that are due, ten at most, and count what became of them."""
    keys = claims.claim(
        Notice, Notice.id, Notice.mail == MailState.PENDING, limit=BATCH, lease=LEASE
    )
    ended: Counter[MailState] = Counter()
    if not keys:
        return ended
    last_start = clock.now() + LEASE - NEEDED
    with open_postbox() as postbox:
        for key in keys:
            if clock.now() > last_start:
                break  # the lease would run out on the way; somebody takes the rest up then
            ended[_deliver(key, postbox)] += 1
    return ended


def _deliver(notice_id: int, postbox: Postbox) -> MailState:
    try:
        letter = _write(notice_id)
        if letter is None:
            return _withdraw(notice_id)
        postbox.take(letter)
    except NotAcceptedError as error:
        return _postpone(notice_id, str(error), forever=error.forever)
    except Exception:  # one poisoned row must not stop the others
        log.exception("the mail of notice %s could not be written", notice_id)
        return _postpone(notice_id, MailProblem.TEXT.value, forever=False)
    return _mark_sent(notice_id)


def _write(notice_id: int) -> EmailMessage | None:
    """Write the letter, or return None if its reader may not have it any more."""
    database.open_session(reading=True)
    try:
        together = joinedload(Notice.entry).joinedload(Entry.reason)
        notice = session.get_one(Notice, notice_id, options=[together])
        person = _reader_of(notice)
        subject = subject_of(notice.entry)
        if person is None or subject is None or not _may_have(person, notice, subject):
            return None
        return write_letter(notice, subject, person)
    finally:
        database.close_session()


def _reader_of(notice: Notice) -> Person | None:
    """Return who gets the mail; of a pseudonym it is known only here and only now."""
    told = session.get_one(Person, notice.person_id, options=[joinedload(Person.grants)])
    return addressee(told) if told.is_pseudonym else told


def _may_have(person: Person, notice: Notice, subject: object) -> bool:
    """Ask at the moment of sending: account open, mails wanted, the thing still readable."""
    about_account = notice.because == Because.ACCOUNT
    reachable = person.is_active or (about_account and person.standing == Standing.INVITED)
    wanted = person.wants_mail or about_account
    return reachable and wanted and EVENTS[notice.entry.event].may_read(person, subject)


def _postpone(notice_id: int, error: str, *, forever: bool) -> MailState:
    with _outcome(notice_id) as notice:
        if notice.mail != MailState.PENDING:
            return notice.mail  # another worker got it through meanwhile
        notice.last_error = error
        if forever or notice.attempts > len(BACKOFF):
            notice.mail = MailState.FAILED
        else:
            notice.due_at = clock.now() + BACKOFF[notice.attempts - 1]
        return notice.mail


def _mark_sent(notice_id: int) -> MailState:
    with _outcome(notice_id) as notice:
        _end_as_sent(notice)
        return notice.mail


def _withdraw(notice_id: int) -> MailState:
    with _outcome(notice_id) as notice:
        if session.get_one(Person, notice.person_id).is_pseudonym:
            _end_as_sent(notice)  # whether somebody wants mails could tell who it is
        else:
            notice.mail = MailState.WITHDRAWN
        return notice.mail


def _end_as_sent(notice: Notice) -> None:
    sent_at = clock.now()
    if session.get_one(Person, notice.person_id).is_pseudonym:
        sent_at = clock.beginning_of_day(sent_at)
    notice.mail, notice.sent_at, notice.last_error = MailState.SENT, sent_at, None


@contextmanager
def _outcome(notice_id: int) -> Iterator[Notice]:
    """Write down how one attempt ended, in a short transaction of its own."""
    with database.transaction():
        notice = session.get_one(Notice, notice_id, with_for_update=True)
        notice.attempts += 1
        notice.leased_until = None
        yield notice
