"""Counting what waits for a person in this room."""

from dataclasses import dataclass

from sqlalchemy import Select, and_, func, select

from ideas.core.database import session
from ideas.ideation.models import Ball, Idea, Status
from ideas.ideation.rules import involving, involving_any
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.steering import rules
from ideas.steering.models import Decision, Round, RoundIdea, RoundStatus, Score
from ideas.steering.queries.overdue import how_many_overdue
from ideas.steering.queries.scores import is_entitled, own_score
from ideas.steering.queries.tables import progress_of


@dataclass(frozen=True)
class Tasks:
    """How many ideas wait for the person, by what is to be done."""

    to_screen: int = 0
    to_score: int = 0
    to_decide: int = 0
    to_release: int = 0
    overdue: int = 0


def tasks_of(person: Person) -> Tasks:
    """Return what the person has to screen, to score, to decide and to release."""
    counts: dict[str, Select[int]] = {}
    if rules.may_see_queue(person):
        counts |= {"to_screen": _to_screen(person), "overdue": how_many_overdue(person)}
    if rules.may_release(person):
        counts |= {"to_decide": _to_decide(person), "to_release": _to_release(person)}
    to_score = _to_score(person) if rules.may_take_part(person) else 0
    if not counts:
        return Tasks(to_score=to_score)
    # All in one statement, because the start page asks for them every time.
    columns = [count.scalar_subquery().label(name) for name, count in counts.items()]
    return Tasks(to_score=to_score, **session.execute(select(*columns)).mappings().one())


def _to_screen(person: Person) -> Select[int]:
    """Count what the coordination has; for a chair only what the coordination itself wrote."""
    statement = select(func.count()).where(
        Idea.ball == Ball.COORDINATION,
        Idea.status.in_((Status.SUBMITTED, Status.SCREENING)),
        ~involving(person),
    )
    if Role.COORDINATOR not in person.roles:
        statement = statement.where(involving_any(holding(Role.COORDINATOR)))
    return statement


def _to_score(person: Person) -> int:
    return sum(max(round_.ideas - round_.done, 0) for round_ in progress_of(person))


def _to_decide(person: Person) -> Select[int]:
    released = Round.status == RoundStatus.RELEASED
    return _before(person).where(released, Idea.status == Status.EVALUATED)


def _to_release(person: Person) -> Select[int]:
    pending = and_(
        Decision.round_id == RoundIdea.round_id,
        Decision.idea_id == RoundIdea.idea_id,
        Decision.released_at.is_(None),
        Decision.discarded_at.is_(None),
    )
    return _before(person).join(Decision, pending)


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
