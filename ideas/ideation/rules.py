"""Who may do what with an idea."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased

from ideas.accounts.rules import is_chair, is_coordinator, is_employee, is_system
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.process.rules import Rule, rule


@rule
def is_author(person: Person, idea: Any) -> bool:
    """Wrote the idea."""
    return bool(idea.author_id == person.id)


@rule
def wrote_any_of_it(person: Person, idea: Any) -> bool:
    """Wrote the idea or one that is merged into it."""
    parts = idea.merged_ideas if idea.merged_count else ()
    return is_author(person, idea) or any(is_author(person, part) for part in parts)


@rule
def is_draft(_person: Person, idea: Any) -> bool:
    """The idea is still a private draft."""
    return bool(idea.status == Status.DRAFT)


@rule
def is_published(_person: Person, idea: Any) -> bool:
    """The idea has been published."""
    return idea.published_at is not None


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
may_support: Rule = may_read & is_published & is_employee & ~wrote_any_of_it
may_unsupport: Rule = may_read & is_published & is_employee
may_follow: Rule = may_read & is_published & is_employee
may_merge: Rule = is_employee & (is_coordinator | is_chair) & ~wrote_any_of_it
may_object_to_merging: Rule = is_author & is_employee
may_see_disputed: Rule = is_employee & (is_coordinator | is_chair)


def readable_by(person: Person) -> ColumnElement[bool]:
    """Select what `may_read` allows, in SQL: its twin."""
    own = Idea.author_id == person.id
    if not is_employee(person):
        return own
    published = Idea.published_at.is_not(None)
    if is_coordinator(person) or is_chair(person):
        return or_(own, Idea.status != Status.DRAFT)
    return or_(own, and_(Idea.status != Status.DRAFT, published))


def written_by(person: Person) -> ColumnElement[bool]:
    """Select what `wrote_any_of_it` means, in SQL: its twin."""
    part = aliased(Idea)
    led_to = select(part.merged_into_id).where(
        part.author_id == person.id, part.merged_into_id.is_not(None)
    )
    return or_(Idea.author_id == person.id, Idea.id.in_(led_to))
