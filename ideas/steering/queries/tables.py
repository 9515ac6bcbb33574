"""The long lists: what a member has to score, and the ranking of a released round."""

from typing import Any

from sqlalchemy import Select, func, or_, select

from ideas.core.database import session
from ideas.ideation.models import Idea
from ideas.people.models import Person
from ideas.steering import rules
from ideas.steering.models import Round, RoundIdea, RoundStatus, Score
from ideas.steering.queries.scores import is_entitled, own_score


def queue_of(person: Person, *, done: bool, page: int, size: int) -> list[Any]:
    """Return a page of the ideas the person has (not) scored, and one more if there is a next."""
    rules.may_take_part.require(person)
    state = Score.id.is_not(None) if done else Score.id.is_(None)
    statement = (
        _mine(person, Idea.number, Idea.title, Score.kind, Round.name.label("round"), Round.due_on)
        .where(state)
        .order_by(Round.due_on, Round.id, Idea.number_year, Idea.number_n)
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def next_to_score(person: Person, after: Idea) -> str | None:
    """Return the number of the next idea the person has not scored, in order of receipt."""
    later = Idea.number_year > after.number_year
    same_year = (Idea.number_year == after.number_year) & (Idea.number_n > after.number_n)
    statement = (
        _mine(person, Idea.number)
        .where(Score.id.is_(None))
        .order_by(or_(later, same_year).desc(), Idea.number_year, Idea.number_n)
        .limit(1)
    )
    number: str | None = session.scalar(statement)
    return number


def progress_of(person: Person) -> list[Any]:
    """Return for each open round how many of its ideas the person has dealt with, of how many."""
    counted = _mine(person, Round.id, Round.name, Round.due_on).add_columns(
        func.count(Score.id).label("done"), func.count().label("ideas")
    )
    return list(session.execute(counted.group_by(Round.id).order_by(Round.due_on, Round.id)))


def ranking_of(round_: Round, *, reader: Person, page: int, size: int) -> list[Any]:
    """Return a page of the ranking without the ideas the reader is excluded from, and one more."""
    statement = (
        select(Idea.number, Idea.title, Idea.status)
        .add_columns(RoundIdea.mean, RoundIdea.scores, RoundIdea.low, RoundIdea.high)
        .join(Idea, Idea.id == RoundIdea.idea_id)
        .where(RoundIdea.round_id == round_.id, Idea.id.not_in(_hidden(round_, reader)))
        .order_by(RoundIdea.rank, RoundIdea.idea_id)
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def hidden_rows(round_: Round, *, reader: Person) -> list[Any]:
    """Return number, title and status of the ideas whose results the reader may not see."""
    statement = (
        select(Idea.number, Idea.title, Idea.status)
        .add_columns((Idea.author_id == reader.id).label("own"))
        .where(Idea.id.in_(_hidden(round_, reader)))
        .order_by(Idea.number_year, Idea.number_n)
    )
    return list(session.execute(statement))


def _mine(person: Person, *columns: Any) -> Select[Any]:
    """Select from the ideas of open rounds that the person did not write, with the own score."""
    return (
        select(*columns)
        .select_from(RoundIdea)
        .join(RoundIdea.round)
        .join(RoundIdea.idea)
        .outerjoin(Score, own_score(person))
        .where(Round.status == RoundStatus.OPEN, Idea.author_id != person.id)
    )


def _hidden(round_: Round, reader: Person) -> Select[int]:
    """Select the ids of the round's ideas that the reader wrote or is biased towards."""
    return (
        select(RoundIdea.idea_id)
        .join(Idea, Idea.id == RoundIdea.idea_id)
        .outerjoin(Score, own_score(reader))
        .where(RoundIdea.round_id == round_.id, ~is_entitled(reader))
    )
