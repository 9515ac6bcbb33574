"""Reading people."""

from typing import Any, NamedTuple

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.german import fold
from ideas.core.i18n import _
from ideas.people.models import Grant, Person, Role, Standing, Unit


class Colleague(NamedTuple):
    """Somebody to choose from a list, told apart from others of the same name."""

    id: int
    name: str
    detail: str


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
    return list(session.scalars(_everybody()))


def people_matching(words: str, *, page: int, size: int) -> list[Person]:
    """Return a page of the people whose name, address or team holds each word, and one more."""
    statement = _everybody().outerjoin(Unit, Unit.id == Person.unit_id)
    places = (Person.given_name, Person.family_name, Person.email, Unit.name)
    for word in words.split():
        statement = statement.where(
            or_(*(place.icontains(word, autoescape=True) for place in places))
        )
    return list(session.scalars(statement.offset((page - 1) * size).limit(size + 1)))


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


def team_names() -> dict[int, str]:
    """Return the names of the teams by their ids, in the order of the alphabet."""
    return dict(session.execute(select(Unit.id, Unit.name).order_by(Unit.name)).all())


def colleagues_matching(
    words: str, *, role: Role = Role.EMPLOYEE, most: int = 20
) -> list[Colleague]:
    """Return the active holders of a role in whose name, team or address each word begins one."""
    wanted = fold(words).split()
    if not wanted:
        return []
    statement = (
        select(Person.id, Person.given_name, Person.family_name, Person.email)
        .add_columns(Unit.name.label("unit"), Unit.site)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.id.in_(holding(role)), ~Person.is_system)
        .order_by(Person.family_name, Person.given_name, Person.id)
    )
    found = [row for row in session.execute(statement) if _fits(row, wanted)][:most]
    return [
        Colleague(row.id, f"{row.given_name} {row.family_name}".strip(), _detail(row))
        for row in found
    ]


def _fits(row: Any, wanted: list[str]) -> bool:
    texts = (row.given_name, row.family_name, row.email, row.unit or "")
    known = fold(" ".join(texts)).replace("-", " ").replace(".", " ").split()
    parts = [part for word in wanted for part in word.replace("-", " ").replace(".", " ").split()]
    return all(any(word.startswith(part) for word in known) for part in parts)


def _detail(row: Any) -> str:
    """Return team and site; without a team the part of the address that tells two apart."""
    team, site = row.unit or "", row.site or ""
    return ", ".join((team, *[site] * (site not in team))) or row.email.partition("@")[0]


def _everybody() -> Select[Any]:
    return (
        select(Person)
        .where(~Person.is_system, ~Person.is_pseudonym)
        .options(selectinload(Person.grants), joinedload(Person.unit))
        .order_by(Person.family_name, Person.given_name, Person.id)
    )
