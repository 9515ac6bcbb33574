"""What is mine to do and what moved."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select, union_all

from ideas.core.database import session
from ideas.ideation.models import Idea, SealedAuthor, Status
from ideas.ideation.queries.family import disputed
from ideas.ideation.rules import authored_by, may_see_disputed, readable_by
from ideas.people.models import Person
from ideas.process.models import Entry

SHOWN = 8
QUIET = (
    "idea.supported",
    "idea.unsupported",
    "idea.followed",
    "idea.unfollowed",
    "idea.drafted",
    "idea.mentioned",
    "idea.reordered",
    "idea.checklist_changed",
)


@dataclass(frozen=True)
class Move:
    """Something that happened to an idea."""

    number: str
    title: str
    event: str
    at: datetime


def recent_moves(reader: Person) -> list[Move]:
    """Return what happened last to ideas that the reader may read, one line per idea."""
    statement = (
        select(Idea.number, Idea.title, Idea.id, Idea.moved_at)
        .where(Idea.number.is_not(None), Idea.merged_into_id.is_(None))
        .where(readable_by(reader))
        .order_by(Idea.moved_at.desc(), Idea.id.desc())
        .limit(SHOWN)
    )
    rows = session.execute(statement).all()
    last = _last_events([row.id for row in rows])
    return [Move(row.number, row.title, last.get(row.id, ""), row.moved_at) for row in rows]


def my_open_ideas(person: Person) -> list[Any]:
    """Return one's own drafts and open questions as rows (id, number, title, status, until).

    For the coordination the merged ideas whose objection waits for an answer stand there too.
    """
    own = (
        select(Idea.id, Idea.number, Idea.title, Idea.status, Idea.ball_until)
        .outerjoin(SealedAuthor)
        .where(authored_by(person), Idea.status.in_([Status.DRAFT, Status.QUERY]))
        .where(or_(Idea.status == Status.QUERY, SealedAuthor.posted_on.is_(None)))
        .order_by(Idea.id.desc())
        .limit(SHOWN)
    )
    if not may_see_disputed(person):
        return list(session.execute(own))
    return list(session.execute(union_all(select(own.subquery()), disputed(person))))


def ping() -> None:
    """Ask the database for a sign of life."""
    session.execute(select(1))


def _last_events(ids: list[int]) -> dict[int, str]:
    """Return the newest event worth telling of each idea."""
    statement = (
        select(Entry.subject_id, Entry.event)
        .where(Entry.subject_kind == Idea.__tablename__, Entry.subject_id.in_(ids))
        .where(Entry.event.not_in(QUIET))
        .order_by(Entry.sequence)
    )
    return dict(iter(session.execute(statement)))
