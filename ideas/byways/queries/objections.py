"""Reading decisions that an author may object to, and the objections."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import exists, select

from ideas.byways import rules
from ideas.byways.events import judges
from ideas.core import clock
from ideas.core.database import session
from ideas.ideation.models import Idea, Objection, Status
from ideas.people.models import Person
from ideas.process.models import Entry

DECIDED = frozenset({Status.DECLINED, Status.INADMISSIBLE, Status.DEFERRED, Status.FORWARDED})
WITHIN = timedelta(weeks=4)
DRAFTED = "idea.decision_drafted"


@dataclass(frozen=True)
class Decided:
    """A decision of which its author was told: where it stands, until when, who took it."""

    sequence: int
    until: date
    by: list[int]
    objection: Objection | None

    @property
    def is_in_time(self) -> bool:
        """Say whether the four weeks still run."""
        return clock.today() <= self.until


def decision_to_object_to(idea: Idea) -> Decided | None:
    """Return the decision that the idea's state rests on, or None if there is none."""
    if idea.status not in DECIDED:
        return None
    steps = session.execute(
        select(Entry.sequence, Entry.event, Entry.to_status, Entry.from_status, Entry.actor_id)
        .add_columns(Entry.effective_at)
        .where(Entry.subject_kind == Idea.__tablename__, Entry.subject_id == idea.id)
        .where((Entry.to_status == idea.status.value) | (Entry.event == DRAFTED))
        .order_by(Entry.sequence.desc())
    ).all()
    told = next((row for row in steps if row.to_status == idea.status != row.from_status), None)
    if told is None:
        return None
    drafted = [row.actor_id for row in steps if row.event == DRAFTED][:1]
    before = drafted if told.from_status == Status.DECISION_DRAFT else []
    return Decided(
        told.sequence,
        clock.local(told.effective_at).date() + WITHIN,
        sorted({told.actor_id, *before}),
        session.scalar(select(Objection).where(Objection.entry_sequence == told.sequence)),
    )


def find_objection(idea: Idea) -> Objection | None:
    """Return the idea's last objection, or None."""
    statement = select(Objection).where(Objection.idea_id == idea.id)
    statement = statement.order_by(Objection.id.desc()).limit(1)
    return session.scalar(statement.execution_options(populate_existing=True))


def has_judge(idea: Idea) -> bool:
    """Say whether somebody may answer the objection who did not take the decision."""
    return bool(session.scalar(select(exists(judges(idea)))))


def objections_that_wait(*, reader: Person) -> list[Objection]:
    """Return the open objections with their ideas, the first to be answered first."""
    rules.may_see_objections.require(reader)
    return _open()


def unjudged() -> int:
    """Count the open objections that nobody in the house may answer."""
    return sum(not has_judge(one.idea) for one in _open())


def overtaken_objections() -> list[Any]:
    """Return the open objections whose idea came back another way."""
    statement = select(Objection).join(Objection.idea)
    open_ones = statement.where(Objection.ended_at.is_(None), Idea.status.not_in(DECIDED))
    return list(session.scalars(open_ones.with_for_update(of=Objection)))


def _open() -> list[Objection]:
    statement = select(Objection).join(Objection.idea).where(Objection.ended_at.is_(None))
    return list(session.scalars(statement.order_by(Objection.answer_until, Objection.id)))
