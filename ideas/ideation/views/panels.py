"""Where rooms above offer what can be done with an idea next, without being known here."""

from collections.abc import Callable
from dataclasses import dataclass

from ideas.ideation.models import Idea
from ideas.people.models import Person


@dataclass(frozen=True)
class Panel:
    """A way from the idea's page to another room: a button, and a sentence beside it."""

    label: str
    url: str
    text: str = ""
    primary: bool = False
    rare: bool = False


Offer = Callable[[Idea, Person], Panel | None]
Fact = tuple[str, object]
idea_panels: list[Offer] = []
screening_panels: list[Offer] = []
idea_facts: list[Callable[[Idea, Person], list[Fact]]] = []


def facts_for(idea: Idea, person: Person) -> list[Fact]:
    """Return what the rooms above know of the idea, as label and value."""
    return [fact for known in idea_facts for fact in known(idea, person)]


def panels_for(idea: Idea, person: Person, among: list[Offer] | None = None) -> list[Panel]:
    """Return what the rooms above offer this person, the most important first."""
    offers = [offer(idea, person) for offer in (idea_panels if among is None else among)]
    found = (panel for panel in offers if panel)
    return sorted(found, key=lambda panel: (not panel.primary, panel.rare))
