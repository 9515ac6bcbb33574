"""What the house does with drafts that nobody touches: remind, announce the end, delete."""

from datetime import timedelta

from sqlalchemy import ColumnElement, exists, select

from ideas.core import clock
from ideas.core.database import session
from ideas.ideation import events, rules
from ideas.ideation.actions.writing import throw_away
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.process.events import Event
from ideas.process.models import Entry

WAITS = timedelta(days=14)
KEPT = timedelta(days=180)
NOTICE = timedelta(days=14)


def tend_drafts(*, actor: Person) -> int:
    """Remind of drafts untouched for 14 days; delete them after 180, announced 14 days before."""
    rules.may_tend_drafts.require(actor)
    now = clock.now()
    touched = Idea.moved_at
    unannounced = ~_told(events.draft_expires)
    waiting = (touched <= now - WAITS) & ~_told(events.draft_waits) & unannounced
    expiring = (touched <= now - (KEPT - NOTICE)) & unannounced
    announced = _told(events.draft_expires, Entry.recorded_at <= now - NOTICE)
    over = (touched <= now - KEPT) & announced
    done = 0
    for idea in _drafts(over):
        throw_away(idea, actor=actor)
        done += 1
    session.flush()
    for event, due in ((events.draft_expires, expiring), (events.draft_waits, waiting & ~expiring)):
        for idea in _drafts(due):
            event.record(idea, actor=actor)
            done += 1
    return done


def _drafts(condition: ColumnElement[bool]) -> list[Idea]:
    statement = select(Idea).where(Idea.status == Status.DRAFT, condition)
    return list(session.scalars(statement.with_for_update(skip_locked=True)))


def _told(event: Event, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say in SQL whether the author was told since the draft was touched last."""
    return exists().where(
        Entry.subject_kind == Idea.__tablename__,
        Entry.subject_id == Idea.id,
        Entry.event == event.name,
        Entry.recorded_at >= Idea.moved_at,
        *conditions,
    )
