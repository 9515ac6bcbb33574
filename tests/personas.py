"""The handful of people in every test, by name instead of by role."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ideas.accounts.actions.signing_in import begin_stay
from ideas.core import clock, database
from ideas.core.database import session
from ideas.people.models import Grant, Person, Role, Standing, Unit
from tests.page import Browser

E = Role.EMPLOYEE


@dataclass(frozen=True)
class Persona:
    given: str
    family: str
    roles: tuple[Role, ...]


PERSONAS = {
    "anna": Persona("Anna", "Albrecht", (E,)),
    "bernd": Persona("Bernd", "Brandt", (E, Role.MEMBER)),
    "emine": Persona("Emine", "Erdem", (E, Role.MEMBER)),
    "jan": Persona("Jan", "Jansen", (E, Role.MEMBER)),
    "doris": Persona("Doris", "Dehn", (E, Role.CHAIR)),
    "clara": Persona("Clara", "Claußen", (E, Role.COORDINATOR)),
    "olaf": Persona("Olaf", "Özdemir", (E,)),
    "armin": Persona("Armin", "Ahlers", (Role.ADMINISTRATOR,)),
    "paula": Persona("Paula", "Pohl", (Role.DATA_PROTECTION,)),
}


def settle() -> None:
    """Let the personas move in; called once for each database."""
    with database.transaction():
        unit = Unit(name="Team Leistung", site="Brunkenau")
        session.add(unit)
        for key, persona in PERSONAS.items():
            person = Person(
                given_name=persona.given,
                family_name=persona.family,
                email=f"{key}@jobcenter.example",
                unit=unit,
                standing=Standing.ACTIVE,
                created_at=clock.now(),
            )
            session.add(person)
            session.flush()
            for role in persona.roles:
                session.add(Grant(person_id=person.id, role=role, granted_at=clock.now()))


def person_named(key: str) -> Person:
    """Return the persona with her roles, readable outside a session too."""
    with database.transaction():
        statement = select(Person).where(Person.email == f"{key}@jobcenter.example")
        options = (joinedload(Person.grants), joinedload(Person.unit))
        return session.scalars(statement.options(*options)).unique().one()


def _persona(key: str):
    @pytest.fixture(name=key)
    def fixture(house):
        return person_named(key)

    return fixture


anna = _persona("anna")
bernd = _persona("bernd")
emine = _persona("emine")
jan = _persona("jan")
doris = _persona("doris")
clara = _persona("clara")
olaf = _persona("olaf")
armin = _persona("armin")
paula = _persona("paula")


@pytest.fixture
def everyone(house) -> dict[str, Person]:
    """All personas by name."""
    return {key: person_named(key) for key in PERSONAS}


@pytest.fixture
def browse(app, house):
    """Return a function that opens the browser of a person, or of a guest."""

    def open_browser(person: Person | None = None) -> Browser:
        client = app.test_client()
        if person is not None:
            with database.transaction():
                token = begin_stay(person.id)
            with client.session_transaction() as cookie:
                cookie["_user_id"], cookie["_fresh"] = token, True
        return Browser(client)

    return open_browser
