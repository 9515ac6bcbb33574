"""Where the texts about an idea stand; rooms above add theirs without being known here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select

from ideas.core.database import session
from ideas.core.i18n import _, day
from ideas.core.rich_text import RichText
from ideas.ideation.models import MAX_TITLE, Idea, IdeaVersion
from ideas.people.models import Person
from ideas.process.events import EVENTS
from ideas.process.models import Reason
from ideas.process.queries import history_of

QUESTIONS = ("problem", "audience", "proposal", "benefit")
FIELDS = ("title", *QUESTIONS)


@dataclass(frozen=True)
class Place:
    """A text about an idea, and what stores another in its stead.

    What the reader may not read is searched and blacked out like the rest, but not `shown`.
    """

    label: str
    text: str
    write: Callable[[str], None]
    shown: bool = True


# Given an idea and a reader, each yields the places of its room.
text_places: list[Callable[[Idea, Person], Iterator[Place]]] = []
# Each renews what its room has derived from the texts of an idea, such as a search index.
derived_texts: list[Callable[[Idea], None]] = []


def places_of(idea: Idea, *, reader: Person) -> list[Place]:
    """Return every place where something is written about the idea."""
    return [place for find in text_places for place in find(idea, reader) if place.text]


def set_text(row: object, name: str, text: str) -> None:
    """Store a plain text."""
    setattr(row, name, text)


def set_rich_text(row: object, name: str, text: str) -> None:
    """Store a text with its rendering."""
    setattr(row, name, RichText.write(text))


def _set_title(row: object, text: str) -> None:
    set_text(row, "title", text[:MAX_TITLE])


def _own_texts(idea: Idea, _reader: Person) -> Iterator[Place]:
    labels = field_labels()
    yield Place(labels["title"], idea.title, partial(_set_title, idea))
    for name in QUESTIONS:
        text = getattr(idea, name).source
        yield Place(labels[name], text, partial(set_rich_text, idea, name))
    yield Place(
        _("Name of the group"), idea.group_name or "", partial(set_text, idea, "group_name")
    )
    difference = idea.difference or ""
    yield Place(_("What is different"), difference, partial(set_text, idea, "difference"))
    yield Place(_("Source"), idea.source_name or "", partial(set_text, idea, "source_name"))
    yield Place(_("Source"), idea.source_url or "", lambda _text: _forget_address(idea))


def _versions(idea: Idea, _reader: Person) -> Iterator[Place]:
    labels = field_labels()
    own = select(IdeaVersion).where(IdeaVersion.idea_id == idea.id).order_by(IdeaVersion.n)
    for version in session.scalars(own):
        said = _("version %(n)s", n=version.n)
        title = f"{labels['title']} ({said})"
        yield Place(title, version.title, partial(_set_title, version))
        for name in QUESTIONS:
            text = getattr(version, name)
            yield Place(f"{labels[name]} ({said})", text, partial(set_text, version, name))


def _reasons(idea: Idea, _reader: Person) -> Iterator[Place]:
    for entry in history_of(idea):
        if entry.reason and entry.event in EVENTS:
            reason: Reason = entry.reason
            label = f"{EVENTS[entry.event].sentence} ({day(entry.effective_at)})"
            yield Place(label, reason.public, partial(set_text, reason, "public"))
            internal = f"{label}, {_('internal')}"
            yield Place(internal, reason.internal, partial(set_text, reason, "internal"))


def _forget_address(idea: Idea) -> None:
    idea.source_url = None


def field_labels() -> dict[str, str]:
    """Name the parts of an idea's text."""
    return {
        "title": _("Title"),
        "problem": _("Problem"),
        "audience": _("For whom"),
        "proposal": _("Proposal"),
        "benefit": _("Benefit"),
    }


text_places.extend((_own_texts, _versions, _reasons))
