"""The seal: the only code that reads scores, one's own at any time, others' after the release."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.support import judged_by
from ideas.ideation.rules import involving, is_named_involved
from ideas.people.models import Person
from ideas.steering import rules
from ideas.steering.models import (
    Ballot,
    Round,
    RoundIdea,
    RoundStatus,
    Score,
    ScoreKind,
)

SEALED = (RoundStatus.OPEN, RoundStatus.CLOSED)


def ballot_for(
    idea: Idea, person: Person, *, round_id: int | None = None, lock: bool = False
) -> Ballot:
    """Return the person's ballot for the idea, in this round or in the one that is open.

    With `lock` the round stays open until the transaction ends.
    """
    chosen = Round.id == round_id if round_id else Round.status == RoundStatus.OPEN
    statement = _ballots(idea, person).where(chosen)
    if lock:
        # Members share the lock; the chair who closes the round waits for them and they for her.
        statement = statement.with_for_update(read=True, of=Round)
    return _ballot(idea, statement)


def latest_result(idea: Idea, person: Person) -> Ballot:
    """Return the person's ballot for the idea in the last round that was released."""
    released = _ballots(idea, person).where(Round.status.in_(rules.UNSEALED))
    return _ballot(idea, released.order_by(Round.id.desc()).limit(1))


def get_result(round_id: int, number: str, *, reader: Person) -> Ballot:
    """Return the reader's ballot of an idea whose result the reader may see.

    Raises:
        NotFound: there is none, it is sealed, or the reader is excluded from it.
    """
    ballot = ballot_for(get_idea(number, reader=reader), reader, round_id=round_id)
    if not rules.may_see_result(reader, ballot):
        raise NotFound(_("There is no such result."))
    return ballot


def comments_on(ballot: Ballot, *, reader: Person) -> dict[str, list[tuple[int | None, str]]]:
    """Return what was said of the idea, by criterion and without names; "" holds the notes.

    Nothing is returned of a sealed round, to an excluded reader, or of too few scores.
    """
    entry = ballot.entry
    if entry is None or not rules.may_see_result(reader, ballot) or entry.mean is None:
        return {}
    said: dict[str, list[tuple[int | None, str]]] = {}
    statement = select(Score.marks, Score.comments, Score.note).where(
        Score.round_id == entry.round_id,
        Score.idea_id == entry.idea_id,
        Score.kind == ScoreKind.SCORED,
    )
    for marks, comments, note in session.execute(statement):
        for key, comment in comments.items():
            said.setdefault(key, []).append((marks.get(key), comment))
        if note:
            said.setdefault("", []).append((None, note))
    for lines in said.values():
        # The order of value and words does not tell who wrote what.
        lines.sort(key=lambda line: (line[0] or 0, line[1]))
    return said


def scores_to_count(round_: Round) -> Sequence[Row[int, float | None, dict[str, int]]]:
    """Return the scores of a closed round for its results; there are none to count before."""
    if round_.status != RoundStatus.CLOSED:
        return []
    statement = select(Score.idea_id, Score.weighted, Score.marks).where(
        Score.round_id == round_.id,
        Score.kind == ScoreKind.SCORED,
        Score.id.not_in(_void_scores(round_)),
    )
    return session.execute(statement).all()


def _void_scores(round_: Round) -> list[int]:
    """Return the scores whose scorer became an author, because ideas were merged meanwhile."""
    statement = (
        select(Score)
        .join(Score.idea)
        .where(Score.round_id == round_.id, Idea.merged_count > 0)
        .options(contains_eager(Score.idea), joinedload(Score.scorer))
    )
    scores = session.scalars(statement)
    return [score.id for score in scores if is_named_involved(score.scorer, score.idea)]


def biased_ids(entry: RoundIdea) -> set[int]:
    """Return who declared a bias towards the idea, once the round is released."""
    if entry.round.status not in rules.UNSEALED:
        return set()
    statement = select(Score.scorer_id).where(
        Score.round_id == entry.round_id,
        Score.idea_id == entry.idea_id,
        Score.kind == ScoreKind.BIASED,
    )
    return set(session.scalars(statement))


def judged(person_id: int) -> Select[int]:
    """Select the ideas on which the person has given or refused a score that is sealed yet."""
    return (
        select(Score.idea_id)
        .join(Round, Round.id == Score.round_id)
        .where(Score.scorer_id == person_id, Round.status.in_(SEALED))
    )


def own_score(person: Person) -> ColumnElement[bool]:
    """Return the condition that joins the person's own score to an idea of a round."""
    return and_(
        Score.round_id == RoundIdea.round_id,
        Score.idea_id == RoundIdea.idea_id,
        Score.scorer_id == person.id,
    )


def is_entitled(person: Person) -> ColumnElement[bool]:
    """Return the condition that the person neither wrote the idea nor declared a bias."""
    unbiased = or_(Score.id.is_(None), Score.kind != ScoreKind.BIASED)
    return and_(~involving(person), unbiased)


def _ballots(idea: Idea, person: Person) -> Select[RoundIdea, Score]:
    return (
        select(RoundIdea, Score)
        .join(RoundIdea.round)
        .outerjoin(Score, own_score(person))
        .where(RoundIdea.idea_id == idea.id)
        .options(contains_eager(RoundIdea.round).joinedload(Round.campaign))
        .execution_options(populate_existing=True)
    )


def _ballot(idea: Idea, statement: Select[RoundIdea, Score]) -> Ballot:
    found = session.execute(statement).first()
    return Ballot(idea, *found) if found else Ballot(idea)


judged_by.append(judged)
