"""The long lists: what a member has to score, and the ranking of a released round."""

from typing import Any

from sqlalchemy import Select, exists, func, select, union_all

from ideas.core.database import session
from ideas.ideation.models import Idea
from ideas.ideation.rules import involving, readable_by
from ideas.people.models import Person
from ideas.programme.models import Campaign
from ideas.steering import rules
from ideas.steering.models import IS_BIASED, Round, RoundIdea, RoundStatus, Score, ScoreKind
from ideas.steering.queries.scores import own_score


def progress_of(person: Person) -> list[Any]:
    """Return for each open round how many of its ideas the person has dealt with, of how many."""
    rules.may_take_part.require(person)
    in_round = select(func.count()).where(RoundIdea.round_id == Round.id)
    written = in_round.where(RoundIdea.idea_id == Idea.id, involving(person))
    done = (
        select(func.count())
        .join_from(Score, Idea, Idea.id == Score.idea_id)
        .where(Score.round_id == Round.id, Score.scorer_id == person.id)
        .where(~involving(person))
    )
    ideas = in_round.scalar_subquery() - written.scalar_subquery()
    statement = (
        select(Round.id, Round.name, Round.due_on, Round.campaign_id)
        .add_columns(ideas.label("ideas"), done.scalar_subquery().label("done"))
        .add_columns(Campaign.phase_count)
        .join(Campaign, Campaign.id == Round.campaign_id)
        .where(Round.status == RoundStatus.OPEN)
        .order_by(Round.due_on, Round.id)
    )
    return [row for row in session.execute(statement) if row.ideas]


def still_to_score(person: Person, round_id: int, *, page: int, size: int) -> list[Any]:
    """Return a page of the round's ideas that the person has not scored, and one more."""
    ordered = _unscored(person, round_id).order_by(RoundIdea.idea_id)
    return list(session.execute(ordered.offset((page - 1) * size).limit(size + 1)))


def dealt_with(person: Person, round_id: int, *, page: int, size: int) -> list[Any]:
    """Return a page of the round's ideas that the person has dealt with, and one more."""
    statement = (
        select(Idea.number, Idea.title, Score.kind)
        .join(Idea, Idea.id == Score.idea_id)
        .where(Score.scorer_id == person.id, Score.round_id == round_id)
        .where(~involving(person), Idea.withheld_at.is_(None))
        .order_by(Score.idea_id)
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def next_to_score(person: Person, after: RoundIdea) -> str | None:
    """Return the number of the next idea of the round that the person has not scored."""
    unscored = _unscored(person, after.round_id).order_by(RoundIdea.idea_id).limit(1)
    later = session.execute(unscored.where(RoundIdea.idea_id > after.idea_id)).first()
    found = later or session.execute(unscored).first()
    return found.number if found else None


def ranking_of(round_: Round, hidden: list[Any], *, page: int, size: int) -> list[Any]:
    """Return a page of the ranking without the rows hidden from its reader, and one more."""
    statement = (
        select(Idea.number, Idea.title, Idea.status)
        .add_columns(RoundIdea.mean, RoundIdea.scores, RoundIdea.low, RoundIdea.high)
        .select_from(RoundIdea)
        .join(RoundIdea.idea)
        .where(RoundIdea.round_id == round_.id)
        .where(RoundIdea.idea_id.not_in([row.id for row in hidden]))
        .where(Idea.withheld_at.is_(None), Idea.published_at.is_not(None))
        .order_by(RoundIdea.rank, RoundIdea.idea_id)
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def hidden_rows(round_: Round, *, reader: Person) -> list[Any]:
    """Return the ideas of the round that the reader wrote or is biased towards.

    They are taken out of the reader's ranking, because a place in it would tell the score; of
    those that are not readable at the moment the title is not shown either.
    """
    # Asked from the author's few ideas, not from the round's many.
    in_round = exists().where(RoundIdea.round_id == round_.id, RoundIdea.idea_id == Idea.id)
    written = select(Idea.id).where(involving(reader), in_round)
    biased = select(Score.idea_id).where(
        Score.scorer_id == reader.id, Score.round_id == round_.id, IS_BIASED
    )
    statement = (
        select(Idea.id, Idea.number, Idea.title, Idea.status)
        .add_columns(involving(reader).label("own"), readable_by(reader).label("is_readable"))
        .where(Idea.id.in_(union_all(written, biased)))
        .order_by(Idea.number_year, Idea.number_n)
    )
    return list(session.execute(statement))


def _unscored(person: Person, round_id: int) -> Select[str | None, str, ScoreKind]:
    return (
        select(Idea.number, Idea.title, Score.kind)
        .select_from(RoundIdea)
        .join(RoundIdea.idea)
        .outerjoin(Score, own_score(person))
        .where(RoundIdea.round_id == round_id, ~involving(person), Score.id.is_(None))
        .where(Idea.withheld_at.is_(None))
    )
