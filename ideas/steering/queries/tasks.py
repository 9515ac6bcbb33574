"""Counting what waits for a person in this room."""

from dataclasses import dataclass

from sqlalchemy import Select, and_, func, select

from ideas.core.database import session
from ideas.ideation.models import Ball, Idea, Status
from ideas.ideation.rules import written_by
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.steering import rules
from ideas.steering.models import Decision, Round, RoundIdea, RoundStatus, Score
from ideas.steering.queries.scores import is_entitled, own_score
from ideas.steering.queries.tables import progress_of


@dataclass(frozen=True)
class Tasks:
    """How many ideas wait for the person, by what is to be done."""

    to_screen: int = 0
    to_score: int = 0
    to_decide: int = 0
    to_release: int = 0


def tasks_of(person: Person) -> Tasks:
    """Return what the person has to screen, to score, to decide and to release."""
    decides = rules.may_release(person)
    return Tasks(
        _to_screen(person) if rules.may_see_queue(person) else 0,
        _to_score(person) if rules.may_take_part(person) else 0,
        _to_decide(person) if decides else 0,
        _to_release(person) if decides else 0,
    )


def _to_screen(person: Person) -> int:
    """Count what the coordination has; for a chair only what the coordination itself wrote."""
    statement = select(func.count()).where(
        Idea.ball == Ball.COORDINATION,
        Idea.status.in_((Status.SUBMITTED, Status.SCREENING)),
        ~written_by(person),
    )
    if Role.COORDINATOR not in person.roles:
        statement = statement.where(Idea.author_id.in_(holding(Role.COORDINATOR)))
    return session.scalar(statement) or 0


def _to_score(person: Person) -> int:
    return sum(max(round_.ideas - round_.done, 0) for round_ in progress_of(person))


def _to_decide(person: Person) -> int:
    counted = _before(person).where(
        Round.status == RoundStatus.RELEASED, Idea.status == Status.EVALUATED
    )
    return session.scalar(counted) or 0


def _to_release(person: Person) -> int:
    pending = and_(
        Decision.round_id == RoundIdea.round_id,
        Decision.idea_id == RoundIdea.idea_id,
        Decision.released_at.is_(None),
    )
    return session.scalar(_before(person).join(Decision, pending)) or 0


def _before(person: Person) -> Select[int]:
    """Count ideas of rounds that the person is not excluded from."""
    return (
        select(func.count())
        .select_from(RoundIdea)
        .join(RoundIdea.round)
        .join(RoundIdea.idea)
        .outerjoin(Score, own_score(person))
        .where(is_entitled(person))
    )
