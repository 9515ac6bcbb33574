"""Reading decisions and who takes them."""

from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import contains_eager, joinedload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import Lazy, _, _l
from ideas.ideation.models import Idea, Status
from ideas.ideation.rules import is_named_involved
from ideas.people.models import Person, Role
from ideas.people.queries import holders_of
from ideas.steering import rules
from ideas.steering.models import Ballot, Decision, Round, RoundIdea, RoundStatus, Score
from ideas.steering.queries.scores import biased_ids, is_entitled, own_score

_IN_ITS_ROUND = and_(RoundIdea.round_id == Decision.round_id, RoundIdea.idea_id == Decision.idea_id)
IS_AUTHOR = _l("wrote the idea")
IS_BIASED = _l("has declared a bias")


def voters() -> list[Person]:
    """Return the members of the steering group, the chair among them, by name."""
    return holders_of(Role.MEMBER, Role.CHAIR)


def excluded_from(entry: RoundIdea, members: list[Person]) -> dict[int, Lazy]:
    """Return who of the members is known not to decide on the idea, and why."""
    biased = biased_ids(entry)
    return {
        member.id: IS_AUTHOR if is_named_involved(member, entry.idea) else IS_BIASED
        for member in members
        if is_named_involved(member, entry.idea) or member.id in biased
    }


def decision_of(ballot: Ballot, *, reader: Person) -> Decision | None:
    """Return the idea's decision in the round: released to the group, before to who decides."""
    entry = ballot.entry
    if entry is None or not rules.may_see_result(reader, ballot):
        return None
    decision = session.scalar(
        select(Decision).where(
            Decision.round_id == entry.round_id,
            Decision.idea_id == entry.idea_id,
            Decision.discarded_at.is_(None),
        )
    )
    if decision is None or decision.released_at or rules.may_decide(reader, ballot):
        return decision
    return None


def get_decision(decision_id: int, *, lock: bool = False) -> Decision:
    """Return the valid decision with its idea; locked if it is about to change.

    Raises:
        NotFound: there is none.
    """
    statement = (
        select(Decision)
        .join(Decision.idea)
        .where(Decision.id == decision_id, Decision.discarded_at.is_(None))
        .options(contains_eager(Decision.idea))
    )
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    decision = session.scalar(statement)
    if decision is None:
        raise NotFound(_("There is no such decision."))
    return decision


def last_discarded(entry: RoundIdea) -> Decision | None:
    """Return the decision on the idea that was discarded last in this round, or None."""
    statement = select(Decision).where(
        Decision.round_id == entry.round_id,
        Decision.idea_id == entry.idea_id,
        Decision.discarded_at.is_not(None),
    )
    return session.scalar(statement.order_by(Decision.id.desc()).limit(1))


def decisions_to_release(
    *, reader: Person, round_: Round | None = None, page: int = 1, size: int | None = None
) -> list[Decision]:
    """Return the decisions the reader may release, by round and receipt; a page or all of them."""
    rules.may_release.require(reader)
    statement: Any = (
        select(Decision)
        .join(Decision.idea)
        .join(RoundIdea, _IN_ITS_ROUND)
        .outerjoin(Score, own_score(reader))
        .options(contains_eager(Decision.idea).joinedload(Idea.author), joinedload(Decision.round))
        .options(contains_eager(Decision.idea).selectinload(Idea.coauthors))
        .where(Decision.released_at.is_(None), Decision.discarded_at.is_(None))
        .where(is_entitled(reader))
        .order_by(Decision.round_id, Idea.number_year, Idea.number_n)
    )
    if round_ is not None:
        statement = statement.where(Decision.round_id == round_.id)
    if size is not None:
        statement = statement.offset((page - 1) * size).limit(size + 1)
    return list(session.scalars(statement))


def rounds_to_decide(reader: Person) -> list[Any]:
    """Return the released rounds with the number of ideas the reader has to put to the vote."""
    rules.may_release.require(reader)
    statement = (
        select(Round.id, Round.name, func.count().label("ideas"))
        .select_from(RoundIdea)
        .join(RoundIdea.round)
        .join(RoundIdea.idea)
        .outerjoin(Score, own_score(reader))
        .where(Round.status == RoundStatus.RELEASED, Idea.status == Status.EVALUATED)
        .where(is_entitled(reader))
        .group_by(Round.id, Round.name)
        .order_by(Round.id)
    )
    return list(session.execute(statement))


def has_open_ideas(round_: Round) -> bool:
    """Say whether an idea of the round has no released decision yet."""
    decided = select(Decision.idea_id).where(
        Decision.round_id == round_.id, Decision.released_at.is_not(None)
    )
    missing = select(RoundIdea.idea_id).where(
        RoundIdea.round_id == round_.id, RoundIdea.idea_id.not_in(decided)
    )
    return session.scalar(missing.limit(1)) is not None
