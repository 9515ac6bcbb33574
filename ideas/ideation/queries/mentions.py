"""Who can be mentioned in a comment on an idea: only who may read it."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from ideas.core.database import session
from ideas.ideation.figures import handle_of
from ideas.ideation.models import Comment, Idea, Mention
from ideas.ideation.rules import is_named_reader
from ideas.people.models import Person, Standing

OFFERED = 8
SHORTEST = 2
MAX_DIGITS = 9


def people_to_mention(words: str, idea: Idea, *, reader: Person) -> list[tuple[str, Person]]:
    """Return a few others who may read the idea and whose name begins like the words."""
    wanted = words.casefold().split()
    if len("".join(wanted)) < SHORTEST:
        return []
    names = select(Person.id, Person.given_name, Person.family_name).where(
        Person.standing == Standing.ACTIVE, ~Person.is_system, Person.id != reader.id
    )
    rows = session.execute(names.order_by(Person.family_name, Person.given_name, Person.id))
    found = [key for key, *name in rows if _fits(wanted, " ".join(name).casefold())]
    people = _people(found[: OFFERED * 2])
    offered = (people[key] for key in found if key in people)
    readers = [person for person in offered if is_named_reader(person, idea)]
    return [(handle_of(person.name, person.id), person) for person in readers[:OFFERED]]


def people_behind(handles: Iterable[str], idea: Idea | None = None) -> dict[str, Person]:
    """Return who bears these handles now and may read the idea; nobody is guessed."""
    keys = {handle: handle.rpartition("-")[2] for handle in handles}
    ids = {handle: int(key) for handle, key in keys.items() if _is_id(key)}
    people = _people(ids.values()) if ids else {}
    return {
        handle: people[key]
        for handle, key in ids.items()
        if key in people
        and handle == handle_of(people[key].name, key)
        and (idea is None or is_named_reader(people[key], idea))
    }


def mentions_in(comment: Comment) -> dict[str, Person]:
    """Return whom the stored text mentions, by their handles."""
    statement = select(Mention).where(Mention.comment_id == comment.id)
    rows = session.scalars(statement.options(joinedload(Mention.person)))
    return {row.handle: row.person for row in rows}


def names_of(people: Mapping[str, Person]) -> dict[str, str]:
    """Return the names that stand for the handles."""
    return {handle: person.name for handle, person in people.items()}


def _people(ids: Iterable[int]) -> dict[int, Person]:
    """Return those of the people who may act, with their roles."""
    statement = select(Person).where(
        Person.id.in_(list(ids)), Person.standing == Standing.ACTIVE, ~Person.is_system
    )
    rows = session.scalars(statement.options(selectinload(Person.grants)))
    return {person.id: person for person in rows}


def _fits(wanted: list[str], name: str) -> bool:
    parts = name.replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in wanted)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS
