"""Who works in the house of the demonstration."""

from dataclasses import dataclass, field
from random import Random

from sqlalchemy import update

from ideas.accounts import events
from ideas.accounts.actions.passwords import hash_password, set_password
from ideas.accounts.actions.people import invite
from ideas.accounts.models import OneTimeLink
from ideas.core import clock
from ideas.core.database import session
from ideas.core.german import UMLAUTS
from ideas.demo import texts
from ideas.people.models import Person, Role, Standing, Unit
from ideas.people.queries import all_units, system

PASSWORD = "Macht-es-einfach-2026"  # noqa: S105 (printed at the start, of invented people only)
# Beside the personas so many colleagues sit in the steering group.
MORE_MEMBERS = 3
LETTERS = str.maketrans("çéğıńłóśşżžąęćě", "ceginlosszzaece")


@dataclass
class Cast:
    """The people of the demonstration, by name in it and by team."""

    personas: dict[str, Person] = field(default_factory=dict)
    everybody: list[Person] = field(default_factory=list)
    teams: dict[str, list[Person]] = field(default_factory=dict)
    members: list[Person] = field(default_factory=list)

    @property
    def chair(self) -> Person:
        """Return who chairs the steering group."""
        return self.personas["doris"]

    @property
    def coordinator(self) -> Person:
        """Return the idea coordination."""
        return self.personas["clara"]

    def staff_of(self, team: str) -> list[Person]:
        """Return who works in the team and has no part of their own in the demonstration."""
        return self.teams.get(team) or [p for people in self.teams.values() for p in people]


def credentials(cast: Cast) -> list[dict[str, object]]:
    """Return how everybody signs in, the personas first."""
    return [
        {"name": person.name, "email": person.email, "password": PASSWORD}
        | {"roles": sorted(role.value for role in person.roles)}
        for person in (*cast.personas.values(), *cast.everybody)
    ]


def settle(count: int, rng: Random) -> Cast:
    """Let so many people move in: the personas and their colleagues."""
    house = texts.read("house")
    _found_teams(house["teams"])
    cast, shared = Cast(), hash_password(PASSWORD)
    for row in texts.read("people")["personas"]:
        roles = [Role(role) for role in row["roles"]]
        person = _join((row["given_name"], row["family_name"]), row["team"], roles, shared)
        cast.personas[row["key"]] = person
    members = [p for p in cast.personas.values() if {Role.MEMBER, Role.CHAIR} & p.roles]
    for n, name in enumerate(_names(max(count - len(cast.personas), MORE_MEMBERS), rng)):
        team = house["teams"][n % len(house["teams"])]["name"]
        sits = n < MORE_MEMBERS
        person = _join(name, team, [Role.EMPLOYEE, *[Role.MEMBER] * sits], shared)
        cast.everybody.append(person)
        if sits:
            members.append(person)
        else:
            cast.teams.setdefault(team, []).append(person)
    cast.members = members
    session.execute(update(OneTimeLink).values(used_at=clock.now()))
    return cast


def _found_teams(teams: list[dict[str, str]]) -> None:
    known = {unit.name for unit in all_units()}
    session.add_all(Unit(**team) for team in teams if team["name"] not in known)
    session.flush()


def _join(name: tuple[str, str], team: str, roles: list[Role], shared: str) -> Person:
    """Invite somebody and let them accept, with the password that all of them share."""
    person = invite(name=name, email=_email(name), unit=team, roles=roles, actor=system())
    person.standing = Standing.ACTIVE
    set_password(person, shared)
    events.joined.record(person, actor=person)
    return person


def _email(name: tuple[str, str]) -> str:
    local = ".".join(part.casefold().translate(UMLAUTS).translate(LETTERS) for part in name)
    plain = "".join(sign for sign in local if sign.isascii() and (sign.isalnum() or sign in ".-"))
    return f"{plain}@{texts.read('house')['domain']}"


def _names(count: int, rng: Random) -> list[tuple[str, str]]:
    """Return so many different names of people who are no personas."""
    source = texts.read("people")
    taken = {(row["given_name"], row["family_name"]) for row in source["personas"]}
    pairs = [
        (given, family)
        for given in source["given_names"]
        for family in source["family_names"]
        if (given, family) not in taken
    ]
    return rng.sample(pairs, count)
