"""What can happen, in one list with a naming law: `idea.submitted`; and who hears of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Select, or_, select

from ideas.core import clock, settings
from ideas.core.database import session
from ideas.core.i18n import Lazy
from ideas.people.models import Person, Role, Standing
from ideas.process import journal
from ideas.process.models import Because, Entry, MailState, Notice
from ideas.process.rules import Rule

EVENTS: dict[str, "Event"] = {}
# The role a step is shown under: the strongest the person holds.
SHOWN_ROLES = (
    Role.CHAIR,
    Role.COORDINATOR,
    Role.MEMBER,
    Role.DATA_PROTECTION,
    Role.ADMINISTRATOR,
    Role.EMPLOYEE,
)
_silent: ContextVar[bool] = ContextVar("silent", default=False)


@dataclass(frozen=True)
class Audience:
    """Some people who are told, why, and whether by mail too."""

    because: Because
    people: Callable[[Any], Select[Any]]
    mailed: bool = True
    also_actor: bool = False


@dataclass(frozen=True)
class Why:
    """The reason given for a step: what its readers see and what stays inside."""

    public: str = ""
    internal: str = ""
    visible_from: datetime | None = None


@dataclass(frozen=True)
class Event:
    """One kind of thing that happens; `may_read` says who may be told of it.

    `seen_as` names who is seen to act, where that is not the person: of such a step only the day
    is kept.
    """

    name: str
    subject: type[Any]
    sentence: Lazy
    may_read: Rule
    tells: tuple[Audience, ...] = ()
    shown_as: Callable[[Person, Any], str] | None = field(default=None, compare=False)
    seen_as: Callable[[Person, Any], Person] | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Enter the event into the list."""
        EVENTS[self.name] = self

    def record(
        self,
        subject: Any,
        *,
        actor: Person,
        why: Why | None = None,
        moved: tuple[str | None, str | None] = (None, None),
        role: str | None = None,
        at: datetime | None = None,
        about: Any = None,
        **details: Any,
    ) -> None:
        """Write the journal entry and one notice per hearer, in this transaction.

        `at` says when it took effect, where that was not now. The audiences are asked about the
        subject, or about `about` if it is a part of it.
        """
        session.flush()
        why = why or Why()
        real, actor = actor, self.seen_as(actor, subject) if self.seen_as else actor
        if moved[1]:
            details = _promise(subject) | details
        fields = {
            "event": self.name,
            "from_status": moved[0],
            "to_status": moved[1],
            "phase": details.pop("phase", None),
            "actor_id": actor.id,
            "actor_role": role or self._role_of(actor, subject),
            "details": details,
        }
        if at:
            fields["effective_at"] = at
        entry = journal.Pending(subject, fields, why.public, why.internal, why.visible_from)
        entry.notices = self._notices(subject if about is None else about, actor)
        if actor is not real:
            entry.keep_day_only()
        journal.queue(entry)

    def _role_of(self, actor: Person, subject: Any) -> str:
        if self.shown_as:
            return self.shown_as(actor, subject)
        if actor.is_system:
            return "system"
        return next((role.value for role in SHOWN_ROLES if role in actor.roles), "guest")

    def _notices(self, subject: Any, actor: Person) -> list[dict[str, Any]]:
        """Make one notice per person; the first audience that names somebody counts."""
        told: dict[int, dict[str, Any]] = {}
        for audience in self.tells:
            for person_id, wants_mail in session.execute(_reachable(audience.people(subject))):
                own = person_id == actor.id and not audience.also_actor
                if own or person_id in told:
                    continue
                wanted = wants_mail or audience.because == Because.ACCOUNT
                mailed = audience.mailed and wanted and not _silent.get()
                told[person_id] = _notice(person_id, audience.because, mailed=mailed)
        return list(told.values())


def take_back(entry: Entry, *, at: datetime) -> None:
    """Tell nobody of the entry any more: waiting mails are withdrawn, the inbox has read it."""
    for notice in session.scalars(select(Notice).where(Notice.entry_sequence == entry.sequence)):
        notice.read_at = notice.read_at or at
        if notice.mail == MailState.PENDING:
            notice.mail = MailState.WITHDRAWN


@contextmanager
def silently() -> Iterator[None]:
    """Let nothing be mailed of what happens for a while; the inboxes tell it all the same."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


def _promise(subject: Any) -> dict[str, str]:
    """Return who has to act after a step and until when, as its mails tell it later."""
    if not getattr(subject, "ball", None):
        return {}
    until = {"until": subject.ball_until.isoformat()} if subject.ball_until else {}
    return {"ball": subject.ball.value, **until}


def _reachable(people: Select[Any]) -> Select[int, bool]:
    chosen = people.with_only_columns(Person.id, Person.wants_mail).distinct()
    there = or_(Person.standing != Standing.INACTIVE, Person.is_pseudonym)
    return chosen.where(there, ~Person.is_system).order_by(Person.id)


def _notice(person_id: int, because: Because, *, mailed: bool) -> dict[str, Any]:
    notice: dict[str, Any] = {"person_id": person_id, "because": because}
    if mailed:
        host = settings.current().host.partition(":")[0]
        notice |= {
            "mail": MailState.PENDING,
            "due_at": clock.now(),
            "message_id": f"<{uuid4().hex}@{host}>",
        }
    return notice
