"""Who sees how much support an idea has: the one place that decides it, in SQL."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select

from ideas.accounts.rules import is_member
from ideas.core.database import session
from ideas.ideation.models import Idea, Status, Support
from ideas.people.models import Person
from ideas.programme.models import Campaign
from ideas.programme.queries import hiding_campaigns

# While an idea is here, a member has judged it only with a score in the open round.
BEFORE_RESULT = frozenset({Status.SUBMITTED, Status.SCREENING, Status.QUERY, Status.SCORING})
# Rooms above say which ideas a person has judged in the rounds that are open.
judged_by: list[Callable[[Person], Select[int]]] = []


def shown_support(reader: Person) -> ColumnElement[int | None]:
    """Return an idea's number of supporters as the reader may see it, NULL while it is hidden."""
    hidden = or_(*_hidings(reader))
    return case((hidden, None), else_=Idea.support_count).label("support_count")


def support_order(reader: Person) -> tuple[ColumnElement[Any], ...]:
    """Return the order of the most support first; what the reader may not see tells nothing."""
    if not is_member(reader) and not session.scalar(select(exists(hiding_campaigns()))):
        return Idea.support_count.desc(), Idea.id.desc()  # as the index stands
    return func.coalesce(shown_support(reader), -1).desc(), Idea.id.desc()


def hides_support(campaign_id: int | None) -> bool:
    """Say whether the campaign keeps its support to itself for now."""
    if campaign_id is None:
        return False
    hiding = hiding_campaigns().where(Campaign.id == campaign_id)
    return bool(session.scalar(select(exists(hiding))))


def votes_given(person: Person, campaign: Campaign) -> int:
    """Count the ideas of the campaign that the person supports."""
    statement = (
        select(func.count())
        .select_from(Support)
        .join(Idea, Idea.id == Support.idea_id)
        .where(Support.person_id == person.id, Idea.campaign_id == campaign.id)
    )
    return session.scalar(statement) or 0


def _hidings(reader: Person) -> list[ColumnElement[bool]]:
    hidings: list[ColumnElement[bool]] = [Idea.campaign_id.in_(hiding_campaigns())]
    if is_member(reader):
        unjudged = [Idea.id.not_in(judged(reader)) for judged in judged_by]
        hidings.append(and_(Idea.status.in_(BEFORE_RESULT), Idea.author_id != reader.id, *unjudged))
    return hidings
