"""Who may read an idea, and the same in SQL."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from ideas.accounts.rules import is_chair, is_coordinator, is_employee, is_member
from ideas.ideation.models import Idea, Status
from ideas.ideation.rules.authorship import authored_by, is_author, is_named_author
from ideas.people.models import Person
from ideas.process.rules import Rule, rule
from ideas.programme.models import Campaign
from ideas.programme.rules import campaigns_for, is_invited


@rule
def is_draft(_person: Person, idea: Any) -> bool:
    """The idea is still a private draft."""
    return bool(idea.status == Status.DRAFT)


@rule
def is_published(_person: Person, idea: Any) -> bool:
    """The idea has been published and is not withheld."""
    return idea.published_at is not None and idea.withheld_at is None


@rule
def is_open_to_all(_person: Person, idea: Any) -> bool:
    """The idea's campaign is read by everybody in the house."""
    return not idea.is_restricted


@rule
def takes_part(person: Person, idea: Any) -> bool:
    """May take part in the idea's campaign."""
    return is_invited(person, idea.campaign)


is_in_reach: Rule = is_open_to_all | is_coordinator | is_member | takes_part
may_read: Rule = is_author | (
    is_employee & ~is_draft & (is_published | is_coordinator | is_chair) & is_in_reach
)
is_named_reader: Rule = is_named_author | (
    is_employee & ~is_draft & (is_published | is_coordinator | is_chair) & is_in_reach
)
may_list: Rule = is_employee


def readable_by(person: Person) -> ColumnElement[bool]:
    """Select what `may_read` allows, in SQL: its twin."""
    own = authored_by(person)
    if not is_employee(person):
        return own
    published = and_(Idea.published_at.is_not(None), Idea.withheld_at.is_(None))
    if is_coordinator(person) or is_chair(person):
        return or_(Idea.status != Status.DRAFT, own)
    shown = and_(Idea.status != Status.DRAFT, published)
    if is_member(person):
        return or_(shown, own)
    reached = select(Campaign.id).where(campaigns_for(person))
    return or_(and_(shown, or_(~Idea.is_restricted, Idea.campaign_id.in_(reached))), own)
