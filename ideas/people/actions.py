"""What must happen to people before anybody can act."""

from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session
from ideas.people.models import Person, Standing

SYSTEM_EMAIL = "system@localhost"


def establish_system() -> Person:
    """Return the person that acts for the house itself; made when there is none yet."""
    person = session.scalars(select(Person).where(Person.is_system)).one_or_none()
    if person is None:
        person = Person(
            given_name="",
            family_name="System",
            email=SYSTEM_EMAIL,
            standing=Standing.ACTIVE,
            is_system=True,
            wants_mail=False,
            created_at=clock.now(),
        )
        session.add(person)
        session.flush()
    return person
