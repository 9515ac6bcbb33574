"""Who brought an idea: as a condition, and as its twin in SQL."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, union_all
from sqlalchemy.orm import aliased

from ideas.ideation import sealing
from ideas.ideation.models import Coauthor, CoauthorStatus, Idea
from ideas.people.models import Person
from ideas.process.rules import rule


@rule
def is_first_author(person: Person, idea: Any) -> bool:
    """Brought the idea, by name or behind a seal."""
    return sealing.wrote(person, idea)


@rule
def is_sealed(_person: Person, idea: Any) -> bool:
    """The author's name is sealed."""
    return bool(idea.is_sealed)


@rule
def is_author(person: Person, idea: Any) -> bool:
    """Brought the idea, alone or together with others."""
    return is_first_author(person, idea) or person.id in (idea.coauthor_ids or ())


def _named(idea: Any) -> set[int]:
    return {idea.author_id, *(idea.coauthor_ids or ())}


def _parts(idea: Any) -> Any:
    return idea.merged_ideas if idea.merged_count else ()


@rule
def is_involved(person: Person, idea: Any) -> bool:
    """Is or was an author of the idea or of one that is merged into it."""
    return any(
        is_author(person, one) or person.id in (one.former_author_ids or ())
        for one in (idea, *_parts(idea))
    )


@rule
def wrote_any_of_it(person: Person, idea: Any) -> bool:
    """Wrote the idea or one that is merged into it."""
    return any(is_author(person, one) for one in (idea, *_parts(idea)))


@rule
def is_named_author(person: Person, idea: Any) -> bool:
    """Is an author of the idea, and everybody may know it; asked about others than the reader."""
    return person.id in _named(idea)


@rule
def is_named_involved(person: Person, idea: Any) -> bool:
    """Is or was an author of the idea or of one merged into it, and everybody may know it."""
    return person.id in involved_ids(idea)


def involved_ids(idea: Any) -> set[int]:
    """Return who is or was an author of the idea or of one merged into it, as everybody knows."""
    return {
        one
        for part in (idea, *_parts(idea))
        for one in (*_named(part), *(part.former_author_ids or ()))
    }


BROUGHT, PART = aliased(Idea), aliased(Idea)


def authored_by(person: Person) -> ColumnElement[bool]:
    """Select the ideas of which the person is an author: the twin of `is_author`."""
    return _brought_by(person, only_now=True)


def involving(person: Person) -> ColumnElement[bool]:
    """Select the ideas of which the person is or was an author: the twin of `is_involved`."""
    return _brought_by(person, only_now=False)


def involving_any(people: Select[int]) -> ColumnElement[bool]:
    """Select the ideas of which one of these people is or was an author, as everybody knows."""
    return _brought(people, only_now=False)


def _brought_by(person: Person, *, only_now: bool) -> ColumnElement[bool]:
    """Return the condition; who is behind a seal is never kept."""
    if sealed := sealing.own_ideas(person):
        return _brought([person.id], sealed, only_now=only_now)
    return _kept(person.id, only_now=only_now)


@lru_cache(maxsize=500)
def _kept(person_id: int, *, only_now: bool) -> ColumnElement[bool]:
    """Return the condition, kept: to build it takes longer than the database needs to answer."""
    return _brought([person_id], only_now=only_now)


def _brought(
    people: list[int] | Select[int], sealed: Sequence[int] = (), *, only_now: bool
) -> ColumnElement[bool]:
    """Return the condition; whoever took part in a merged idea took part in where it leads."""
    now, ever = Coauthor.status == CoauthorStatus.ACCEPTED, Coauthor.took_part.is_(True)
    named = BROUGHT.author_id.in_(people)
    first = select(BROUGHT.id).where(or_(named, BROUGHT.id.in_(sealed)) if sealed else named)
    others = select(Coauthor.idea_id).where(
        Coauthor.person_id.in_(people), now if only_now else ever
    )
    if only_now:
        return Idea.id.in_(union_all(first, others))
    led_to = select(PART.merged_into_id).where(
        PART.merged_into_id.is_not(None), PART.id.in_(union_all(first, others))
    )
    return Idea.id.in_(union_all(first, others, led_to))
