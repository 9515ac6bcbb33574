"""Reading what was promised and has not come, and what pauses meanwhile."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, select

from ideas.core import clock
from ideas.core.database import session
from ideas.ideation.models import Ball, Idea
from ideas.ideation.rules import involving, readable_by
from ideas.people.models import Person
from ideas.steering import rules
from ideas.steering.models import IS_BIASED, Score

# A question waits for its author, and is taken back by itself when nobody answers.
HOLDERS = tuple(ball for ball in Ball if ball not in {Ball.NOBODY, Ball.AUTHOR})


def overdue_ideas(*, reader: Person, page: int, size: int) -> list[Any]:
    """Return a page of the ideas whose promised day is over, the longest first, and one more."""
    rules.may_see_overdue.require(reader)
    statement = _columns().where(_overdue(), concerns(reader))
    ordered = statement.order_by(Idea.ball_until, Idea.number_year, Idea.number_n)
    return list(session.execute(ordered.offset((page - 1) * size).limit(size + 1)))


def paused_ideas(*, reader: Person, most: int) -> list[Any]:
    """Return the ideas whose promise pauses, the longest pause first, and one more."""
    rules.may_see_overdue.require(reader)
    pauses = and_(Idea.paused_on.is_not(None), Idea.ball != Ball.NOBODY, ~_overdue())
    ordered = _columns().where(pauses, concerns(reader)).order_by(Idea.paused_on, Idea.id)
    return list(session.execute(ordered.limit(most + 1)))


def how_many_overdue(reader: Person) -> Select[int]:
    """Count the ideas whose promised day is over."""
    return select(func.count()).select_from(Idea).where(_overdue(), concerns(reader))


def count_overdue(reader: Person) -> int:
    """Return how many ideas the reader has to see to because their promised day is over."""
    return session.scalar(how_many_overdue(reader)) or 0


def is_biased_towards(idea: Idea, person: Person) -> bool:
    """Say whether the person has declared a bias towards the idea in any round."""
    return bool(session.scalar(select(_biased(person)).where(Idea.id == idea.id)))


def _columns() -> Select[*tuple[Any, ...]]:
    return select(
        Idea.number,
        Idea.title,
        Idea.status,
        Idea.project_status,
        Idea.ball,
        Idea.ball_since,
        Idea.ball_until,
        Idea.paused_on,
        Idea.paused_until,
    )


def _overdue() -> ColumnElement[bool]:
    return and_(Idea.ball.in_(HOLDERS), Idea.ball_until < clock.today())


def concerns(reader: Person) -> ColumnElement[bool]:
    """Select what the reader may read and is not excluded from."""
    return and_(readable_by(reader), ~involving(reader), ~_biased(reader))


def _biased(reader: Person) -> ColumnElement[bool]:
    own = exists().where(Score.idea_id == Idea.id, Score.scorer_id == reader.id, IS_BIASED)
    return own.correlate(Idea)
