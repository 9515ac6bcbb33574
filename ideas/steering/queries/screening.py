"""Reading what the coordinator has to screen."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select

from ideas.core.database import session
from ideas.core.enums import Labelled
from ideas.core.i18n import _l
from ideas.ideation.models import Idea, Status
from ideas.ideation.rules import involving
from ideas.people.models import Person
from ideas.programme.models import Campaign
from ideas.steering import rules
from ideas.steering.models import Screening


class Lane(Labelled):
    """A part of the coordinator's list."""

    NEW = "neu", _l("New")
    SCREENING = "vorpruefung", _l("In screening")
    QUERY = "rueckfrage", _l("Question to the author")
    PASSED = "wartet", _l("Waiting for a round")


STATUS_OF = {
    Lane.NEW: Status.SUBMITTED,
    Lane.SCREENING: Status.SCREENING,
    Lane.QUERY: Status.QUERY,
    Lane.PASSED: Status.SCREENING,
}


def find_screening(idea: Idea) -> Screening | None:
    """Return the screening of the idea, or None before it has begun."""
    return session.get(Screening, idea.id)


def screening_lane(lane: Lane, *, reader: Person, page: int, size: int) -> list[Any]:
    """Return a page of a lane, what is due first on top, and one more if there is a next page."""
    rules.may_see_queue.require(reader)
    statement = (
        select(Idea.number, Idea.title, Idea.submitted_at, Idea.ball_until, Idea.source_name)
        .add_columns(Campaign.name.label("campaign"), involving(reader).label("own"))
        .join(Campaign)
        .outerjoin(Screening)
        .where(_lies_in(lane))
        .order_by(Idea.ball_until.is_(None), Idea.ball_until, Idea.submitted_at, Idea.id)
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def lane_counts(*, reader: Person) -> dict[Lane, int]:
    """Return how many ideas lie in each lane."""
    rules.may_see_queue.require(reader)
    passed = Screening.passed_at.is_not(None)
    statement = (
        select(Idea.status, passed, func.count())
        .outerjoin(Screening)
        .where(Idea.status.in_(set(STATUS_OF.values())))
        .group_by(Idea.status, passed)
    )
    counts = dict.fromkeys(Lane, 0)
    for status, has_passed, number in session.execute(statement):
        screened = Lane.PASSED if has_passed else Lane.SCREENING
        lanes = {Status.SUBMITTED: Lane.NEW, Status.QUERY: Lane.QUERY}
        counts[lanes.get(status, screened)] += number
    return counts


def ideas_due_again(day: date) -> list[Idea]:
    """Return the deferred ideas whose date has come, locked for the change."""
    statement = (
        select(Idea)
        .where(Idea.status == Status.DEFERRED, Idea.deferred_until <= day)
        .order_by(Idea.deferred_until, Idea.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return list(session.scalars(statement))


def _lies_in(lane: Lane) -> ColumnElement[bool]:
    in_status = Idea.status == STATUS_OF[lane]
    if lane == Lane.PASSED:
        return in_status & Screening.passed_at.is_not(None)
    return in_status & Screening.passed_at.is_(None) if lane == Lane.SCREENING else in_status
