"""Who sees how much support an idea has: the one place that decides it, in SQL."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select

from ideas.accounts.rules import is_member
from ideas.core import clock
from ideas.core.database import session
from ideas.ideation.models import Idea, Status, Support
from ideas.people.models import Person
from ideas.programme.models import Campaign
from ideas.programme.queries import hiding_campaigns

# While an idea is here, a member has judged it only with a score in the open round.
BEFORE_RESULT = frozenset({Status.SUBMITTED, Status.SCREENING, Status.QUERY, Status.SCORING})
# Rooms above say which ideas the person of this id has judged in the rounds that are open.
judged_by: list[Callable[[int], Select[int]]] = []


def shown_support(reader: Person) -> ColumnElement[int | None]:
    """Return an idea's number of supporters as the reader may see it, NULL while it is hidden."""
    return _shown(reader.id, clock.today(), judges=is_member(reader))


def may_be_hidden(idea: Idea, reader: Person) -> bool:
    """Say whether `shown_support` has to be asked: the number is certain for most readers."""
    judges = is_member(reader) and idea.status in BEFORE_RESULT
    return judges or idea.campaign.hides_support


def support_order(reader: Person) -> tuple[ColumnElement[Any], ...]:
    """Return the order of the most support first; what the reader may not see tells nothing."""
    if not is_member(reader) and not session.scalar(select(exists(hiding_campaigns()))):
        return Idea.support_count.desc(), Idea.id.desc()  # as the index stands
    return func.coalesce(shown_support(reader), -1).desc(), Idea.id.desc()


def is_order_offered(reader: Person, campaign_id: int | None) -> bool:
    """Say whether a list may be ordered by support: not for members, not while it is hidden."""
    if is_member(reader):
        return False
    hiding = hiding_campaigns().where(Campaign.id == campaign_id)
    return campaign_id is None or not session.scalar(select(exists(hiding)))


def votes_given(person: Person, campaign: Campaign) -> int:
    """Count the ideas of the campaign that the person supports."""
    statement = (
        select(func.count())
        .select_from(Support)
        .join(Idea, Idea.id == Support.idea_id)
        .where(Support.person_id == person.id, Idea.campaign_id == campaign.id)
    )
    return session.scalar(statement) or 0


@lru_cache(maxsize=1024)  # every list asks for it, and building it costs more than asking it
def _shown(reader_id: int, _today: date, *, judges: bool) -> ColumnElement[int | None]:
    hidden: ColumnElement[bool] = Idea.campaign_id.in_(hiding_campaigns())
    if judges:
        unjudged = [Idea.id.not_in(judged(reader_id)) for judged in judged_by]
        others = Idea.author_id != reader_id
        hidden = or_(hidden, and_(Idea.status.in_(BEFORE_RESULT), others, *unjudged))
    return case((hidden, None), else_=Idea.support_count).label("support_count")
