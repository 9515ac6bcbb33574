"""Reading notices: what they are about, and only while their reader may know of it."""

from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import joinedload

from ideas.accounts.rules import may_see_outbox
from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import Lazy, _
from ideas.ideation.models import Idea
from ideas.ideation.sealing import identities
from ideas.notifications.models import MailProblem
from ideas.people.models import Person
from ideas.process import queries as process
from ideas.process.events import EVENTS
from ideas.process.models import Entry, MailState, Notice
from ideas.programme.models import Campaign

PAGE = 25
LONGEST_REASON = 240  # the whole letter stands with the idea


@dataclass(frozen=True)
class Line:
    """A notice as its reader sees it in the inbox."""

    notice: Notice
    sentence: Lazy
    idea: Idea | None
    reason: str
    campaign: Campaign | None = None


@dataclass(frozen=True)
class Mail:
    """A mail as the administration sees it: no address, no text."""

    id: int
    sentence: Lazy | str
    state: MailState
    attempts: int
    when: datetime | None
    problem: str

    @property
    def can_be_sent_again(self) -> bool:
        """Say whether the mail failed for good."""
        return self.state == MailState.FAILED


def inbox(reader: Person, *, page: int) -> tuple[list[Line], bool]:
    """Return a page of the reader's notices, newest first, and whether there are more."""
    notices = process.inbox(identities(reader), page=page, size=PAGE)
    subjects = _subjects([notice.entry for notice in notices])
    lines = [_line(notice, subjects, reader) for notice in notices[:PAGE]]
    return [line for line in lines if line], len(notices) > PAGE


def get_notice(notice_id: int, *, reader: Person) -> Notice:
    """Return the reader's own notice.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    notice = session.get(Notice, notice_id)
    if notice is None or notice.person_id not in identities(reader):
        raise NotFound(_("There is no such notice."))
    return notice


def outbox(*, reader: Person, page: int) -> tuple[list[Mail], bool]:
    """Return a page of the mails, newest first, and whether there are more.

    Raises:
        NotAllowed: the reader does not administer the house.
    """
    may_see_outbox.require(reader)
    rows = process.mails(page=page, size=PAGE)
    return [_mail(row) for row in rows[:PAGE]], len(rows) > PAGE


def subject_of(entry: Entry) -> Any | None:
    """Return the row that the entry tells of, or None if nobody knows it any more."""
    event = EVENTS.get(entry.event)
    return session.get(event.subject, entry.subject_id) if event else None


def idea_of(subject: Any) -> Idea | None:
    """Return the idea that a thing is or belongs to."""
    idea = subject if isinstance(subject, Idea) else getattr(subject, "idea", None)
    return idea if isinstance(idea, Idea) else None


def _subjects(entries: list[Entry]) -> dict[tuple[str, int], Any]:
    """Load what the entries tell of, with one statement for each kind of thing."""
    wanted: dict[Any, set[int]] = {}
    for entry in entries:
        if event := EVENTS.get(entry.event):
            wanted.setdefault(event.subject, set()).add(entry.subject_id)
    found = {}
    for model, ids in wanted.items():
        statement = select(model).where(inspect(model).primary_key[0].in_(ids))
        if hasattr(model, "idea"):
            statement = statement.options(joinedload(model.idea))
        for row in session.scalars(statement).unique():
            found[(model.__tablename__, row.id)] = row
    return found


def _line(notice: Notice, subjects: dict[tuple[str, int], Any], reader: Person) -> Line | None:
    entry = notice.entry
    event = EVENTS.get(entry.event)
    subject = subjects.get((entry.subject_kind, entry.subject_id))
    if event is None or subject is None or not event.may_read(reader, subject):
        return None
    reason = shorten(process.visible_reason(entry.reason), LONGEST_REASON, placeholder=" …")
    campaign = subject if isinstance(subject, Campaign) else None
    return Line(notice, event.sentence, idea_of(subject), reason, campaign)


def _mail(row: Any) -> Mail:
    event = EVENTS.get(row.event)
    when = row.sent_at or (row.due_at if row.mail == MailState.PENDING else None)
    sentence = event.sentence if event else ""
    return Mail(row.id, sentence, row.mail, row.attempts, when, _problem(row.last_error or ""))


def _problem(error: str) -> str:
    kind, _space, code = error.partition(" ")
    label = str(MailProblem(kind).label) if kind else ""
    return f"{label} ({code})" if code else label
