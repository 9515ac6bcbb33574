"""Who may do what with an idea."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from ideas.accounts.rules import is_chair, is_coordinator, is_employee, is_member, is_system
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.process.rules import Rule, rule
from ideas.programme.models import Activity, Campaign
from ideas.programme.rules import allows, campaigns_for, is_invited


@rule
def is_author(person: Person, idea: Any) -> bool:
    """Wrote the idea."""
    return bool(idea.author_id == person.id)


@rule
def is_draft(_person: Person, idea: Any) -> bool:
    """The idea is still a private draft."""
    return bool(idea.status == Status.DRAFT)


@rule
def is_published(_person: Person, idea: Any) -> bool:
    """The idea has been published."""
    return idea.published_at is not None


@rule
def is_open_to_all(_person: Person, idea: Any) -> bool:
    """The idea's campaign is read by everybody in the house."""
    return not idea.is_restricted


@rule
def takes_part(person: Person, idea: Any) -> bool:
    """May take part in the idea's campaign."""
    return is_invited(person, idea.campaign)


@rule
def comments_are_open(_person: Person, idea: Any) -> bool:
    """The campaign's phase of the day allows comments."""
    return allows(idea.campaign, Activity.COMMENT)


@rule
def support_is_open(_person: Person, idea: Any) -> bool:
    """The campaign's phase of the day allows support."""
    return allows(idea.campaign, Activity.SUPPORT)


is_in_reach: Rule = is_open_to_all | is_coordinator | is_member | takes_part
may_read: Rule = is_author | (
    is_employee & ~is_draft & (is_published | is_coordinator | is_chair) & is_in_reach
)
may_list: Rule = is_employee
may_draft: Rule = is_employee
may_edit: Rule = is_author & is_employee
may_submit: Rule = is_author & is_employee & takes_part
may_withdraw: Rule = is_author & is_employee
may_answer: Rule = is_author & is_employee
may_lapse: Rule = is_system
may_import: Rule = is_system
may_tend_drafts: Rule = is_system
may_see_receipt: Rule = is_author
may_comment: Rule = may_read & is_published & is_employee & comments_are_open
may_support: Rule = (
    may_read & is_published & is_employee & ~is_author & takes_part & support_is_open
)
may_follow: Rule = may_read & is_published & is_employee


def readable_by(person: Person) -> ColumnElement[bool]:
    """Select what `may_read` allows, in SQL: its twin."""
    own = Idea.author_id == person.id
    if not is_employee(person):
        return own
    published = Idea.published_at.is_not(None)
    if is_coordinator(person) or is_chair(person):
        return or_(own, Idea.status != Status.DRAFT)
    shown = and_(Idea.status != Status.DRAFT, published)
    if is_member(person):
        return or_(own, shown)
    reached = select(Campaign.id).where(campaigns_for(person))
    return or_(own, and_(shown, or_(~Idea.is_restricted, Idea.campaign_id.in_(reached))))
