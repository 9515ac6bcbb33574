"""Marking notices as read, and sending a failed mail again."""

from sqlalchemy import update

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotFound, NotPossible
from ideas.core.i18n import _
from ideas.ideation.sealing import identities
from ideas.notifications import rules
from ideas.people.models import Person
from ideas.process.models import MailState, Notice


def mark_read(notice: Notice, *, actor: Person) -> None:
    """Mark one notice as read; once read it stays so."""
    rules.may_mark_read.require(actor, notice)
    if notice.read_at is None:
        own = notice.person_id == actor.id
        notice.read_at = clock.now() if own else clock.beginning_of_day(clock.now())


def mark_all_read(*, actor: Person) -> None:
    """Mark all of one's own notices as read."""
    rules.may_mark_all_read.require(actor)
    now = clock.now()
    for person_id in identities(actor):
        # The same moment in both rows would tell who is behind the pseudonym.
        read_at = now if person_id == actor.id else clock.beginning_of_day(now)
        unread = update(Notice).where(Notice.person_id == person_id, Notice.read_at.is_(None))
        session.execute(unread.values(read_at=read_at))


def send_again(notice_id: int, *, actor: Person) -> None:
    """Put a failed mail back among the waiting ones, with all its attempts before it.

    Raises:
        NotFound: there is no such mail.
        NotPossible: it has not failed.
    """
    rules.may_send_again.require(actor)
    notice = session.get(Notice, notice_id, with_for_update=True)
    if notice is None or notice.mail == MailState.NONE:
        raise NotFound(_("There is no such mail."))
    if notice.mail != MailState.FAILED:
        raise NotPossible(_("Only a failed mail can be sent again."))
    notice.mail = MailState.PENDING
    notice.due_at, notice.leased_until, notice.attempts = clock.now(), None, 0
