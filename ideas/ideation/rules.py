"""Who may do what with an idea."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from ideas.accounts.rules import is_chair, is_coordinator, is_employee, is_system
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.process.rules import Rule, rule


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
    """The idea has been published and is not withheld."""
    return idea.published_at is not None and idea.withheld_at is None


may_read: Rule = is_author | (is_employee & ~is_draft & (is_published | is_coordinator | is_chair))
may_list: Rule = is_employee
may_draft: Rule = is_employee
may_edit: Rule = is_author & is_employee
may_submit: Rule = is_author & is_employee
may_withdraw: Rule = is_author & is_employee
may_answer: Rule = is_author & is_employee
may_lapse: Rule = is_system
may_import: Rule = is_system
may_see_receipt: Rule = is_author
may_comment: Rule = may_read & is_published & is_employee
may_support: Rule = may_read & is_published & is_employee & ~is_author
may_black_out: Rule = (is_coordinator | is_chair) & ~is_draft
may_follow: Rule = may_read & is_published & is_employee


def readable_by(person: Person) -> ColumnElement[bool]:
    """Select what `may_read` allows, in SQL: its twin."""
    own = Idea.author_id == person.id
    if not is_employee(person):
        return own
    published = and_(Idea.published_at.is_not(None), Idea.withheld_at.is_(None))
    if is_coordinator(person) or is_chair(person):
        return or_(own, Idea.status != Status.DRAFT)
    return or_(own, and_(Idea.status != Status.DRAFT, published))
