"""Reading the fast lane."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ideas.byways import rules
from ideas.core.database import session
from ideas.ideation.models import FastTrack, Idea, Status, TrackStage
from ideas.ideation.rules import involving
from ideas.people.models import Person, Unit

SHOWN = (TrackStage.PROPOSED, TrackStage.AGREED, TrackStage.DONE, TrackStage.CALLED_IN)


def find_track(idea: Idea) -> FastTrack | None:
    """Return the idea's last way through the fast lane with its unit, or None."""
    statement = select(FastTrack).where(FastTrack.idea_id == idea.id)
    statement = statement.options(joinedload(FastTrack.unit))
    statement = statement.order_by(FastTrack.id.desc()).limit(1)
    return session.scalar(statement.execution_options(populate_existing=True))


def fast_lane(*, reader: Person, page: int, size: int) -> list[Any]:
    """Return a page of the fast lane, the newest proposal first."""
    rules.may_see_fast_lane.require(reader)
    statement = (
        select(Idea.number, Idea.title, Idea.status, Idea.ball_until)
        .add_columns(involving(reader).label("own"), Unit.name.label("unit"))
        .add_columns(FastTrack.plan, FastTrack.stage, FastTrack.proposed_at)
        .add_columns(FastTrack.call_in_until, FastTrack.done_at)
        .join(Idea, Idea.id == FastTrack.idea_id)
        .join(Unit, Unit.id == FastTrack.unit_id)
        .where(FastTrack.stage.in_(SHOWN))
        .order_by(FastTrack.proposed_at.desc(), FastTrack.id.desc())
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def overdue_tracks(day: date) -> list[FastTrack]:
    """Return what is neither agreed nor done in time, its idea locked for the change."""
    statement = (
        select(FastTrack)
        .join(FastTrack.idea)
        .where(FastTrack.ended_at.is_(None), Idea.status == Status.FAST_TRACK)
        .where(Idea.ball_until < day)
        .order_by(FastTrack.id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return list(session.scalars(statement))
