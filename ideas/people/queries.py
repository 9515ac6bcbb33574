"""Reading people."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.people.models import Grant, Person, Role, Standing, Unit


def find_person(person_id: int) -> Person | None:
    """Return the person with unit and roles, or None."""
    return session.get(Person, person_id, options=[joinedload(Person.grants)])


def get_person(person_id: int) -> Person:
    """Return the person.

    Raises:
        NotFound: there is none.
    """
    person = find_person(person_id)
    if person is None or person.is_system or person.is_pseudonym:
        raise NotFound(_("There is no such person."))
    return person


def find_by_email(email: str) -> Person | None:
    """Return the person with this address, whatever its capitals."""
    return session.scalar(select(Person).where(func.lower(Person.email) == email.strip().lower()))


def system() -> Person:
    """Return the person that acts for the house itself."""
    return session.scalars(select(Person).where(Person.is_system)).one()


def all_people() -> list[Person]:
    """Return everybody of the house, by name, with teams and roles."""
    statement = (
        select(Person)
        .where(~Person.is_system, ~Person.is_pseudonym)
        .options(selectinload(Person.grants), joinedload(Person.unit))
        .order_by(Person.family_name, Person.given_name, Person.id)
    )
    return list(session.scalars(statement))


def active_people() -> list[Person]:
    """Return everybody who may act, by name."""
    return [person for person in all_people() if person.is_active]


def holding(*roles: Role) -> Select[int]:
    """Select the ids of the active people who hold one of the roles."""
    return (
        select(Person.id)
        .join(Grant, Grant.person_id == Person.id)
        .where(Grant.role.in_(roles), Grant.revoked_at.is_(None))
        .where(Person.standing == Standing.ACTIVE)
    )


def holders_of(*roles: Role) -> list[Person]:
    """Return the active people who hold one of the roles, by name."""
    statement = (
        select(Person)
        .where(Person.id.in_(holding(*roles)))
        .options(selectinload(Person.grants))
        .order_by(Person.family_name, Person.given_name, Person.id)
    )
    return list(session.scalars(statement))


def find_unit(name: str) -> Unit | None:
    """Return the team of this name, or None."""
    return session.scalar(select(Unit).where(Unit.name == name))


def all_units() -> list[Unit]:
    """Return the teams by name."""
    return list(session.scalars(select(Unit).order_by(Unit.name)))
