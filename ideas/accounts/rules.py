"""Who holds which role, and who may manage people."""

from typing import Any

from ideas.people.models import Person, Role
from ideas.process.rules import Rule, rule


@rule
def is_employee(person: Person, _subject: Any) -> bool:
    """Works here and takes part."""
    return Role.EMPLOYEE in person.roles


@rule
def is_coordinator(person: Person, _subject: Any) -> bool:
    """Is the idea coordination."""
    return Role.COORDINATOR in person.roles


@rule
def is_member(person: Person, _subject: Any) -> bool:
    """Sits in the steering group, as its chair too."""
    return bool({Role.MEMBER, Role.CHAIR} & person.roles)


@rule
def is_chair(person: Person, _subject: Any) -> bool:
    """Chairs the steering group."""
    return Role.CHAIR in person.roles


@rule
def is_administrator(person: Person, _subject: Any) -> bool:
    """Administers accounts and mail; has no right to contents."""
    return Role.ADMINISTRATOR in person.roles


@rule
def is_data_protection(person: Person, _subject: Any) -> bool:
    """Looks after data protection; the second key to a sealed name."""
    return Role.DATA_PROTECTION in person.roles


@rule
def is_system(person: Person, _subject: Any) -> bool:
    """Is the house itself: the worker or a command."""
    return person.is_system


@rule
def is_oneself(person: Person, subject: Any) -> bool:
    """Is the person in question."""
    return bool(person.id == subject.id)


@rule
def everybody(_person: Person, _subject: Any) -> bool:
    """Anybody at all."""
    return True


may_manage_people: Rule = is_administrator | is_system
may_see_outbox: Rule = is_administrator
may_edit_profile: Rule = is_oneself
may_hear_of_account: Rule = is_oneself | is_administrator
