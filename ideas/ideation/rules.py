"""Who may do what with an idea."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from ideas.accounts.rules import (
    is_chair,
    is_coordinator,
    is_data_protection,
    is_employee,
    is_system,
)
from ideas.ideation import sealing
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.process.rules import Rule, rule


@rule
def is_author(person: Person, idea: Any) -> bool:
    """Wrote the idea."""
    return sealing.wrote(person, idea)


@rule
def is_sealed(_person: Person, idea: Any) -> bool:
    """The author's name is sealed."""
    return bool(idea.is_sealed)


@rule
def is_draft(_person: Person, idea: Any) -> bool:
    """The idea is still a private draft."""
    return bool(idea.status == Status.DRAFT)


@rule
def is_published(_person: Person, idea: Any) -> bool:
    """The idea has been published."""
    return idea.published_at is not None


@rule
def is_behind_seal(person: Person, reveal: Any) -> bool:
    """Is the author whose name is asked for."""
    return sealing.wrote(person, reveal.idea)


@rule
def asked_for_it(person: Person, reveal: Any) -> bool:
    """Has asked for the name."""
    return bool(reveal.asked_by_id == person.id)


may_read: Rule = is_author | (is_employee & ~is_draft & (is_published | is_coordinator | is_chair))
may_list: Rule = is_employee
may_draft: Rule = is_employee
may_edit: Rule = is_author & is_employee
may_submit: Rule = is_author & is_employee
may_withdraw: Rule = is_author & is_employee
may_answer: Rule = is_author & is_employee
may_lapse: Rule = is_system
may_import: Rule = is_system
may_collect: Rule = is_system
may_see_receipt: Rule = is_author
may_open_seal: Rule = is_author & is_sealed & is_employee
may_ask_reveal: Rule = is_chair & is_sealed & ~is_draft
may_list_reveals: Rule = is_chair | is_data_protection
may_read_reveal: Rule = is_chair | is_data_protection | is_behind_seal
may_grant_reveal: Rule = is_data_protection & ~asked_for_it
may_consent: Rule = is_behind_seal
may_open_reveal: Rule = is_chair | is_data_protection
may_comment: Rule = may_read & is_published & is_employee
may_support: Rule = may_read & is_published & is_employee & ~is_author
may_follow: Rule = may_read & is_published & is_employee & ~(is_author & is_sealed)


def written_by(person: Person) -> ColumnElement[bool]:
    """Select what `is_author` allows, in SQL: its twin."""
    return sealing.written_by(person)


def readable_by(person: Person) -> ColumnElement[bool]:
    """Select what `may_read` allows, in SQL: its twin."""
    own = written_by(person)
    if not is_employee(person):
        return own
    published = Idea.published_at.is_not(None)
    if is_coordinator(person) or is_chair(person):
        return or_(own, Idea.status != Status.DRAFT)
    return or_(own, and_(Idea.status != Status.DRAFT, published))
