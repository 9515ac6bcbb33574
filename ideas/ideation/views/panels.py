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


idea_panels: list[Callable[[Idea, Person], Panel | None]] = []


def panels_for(idea: Idea, person: Person) -> list[Panel]:
    """Return what the rooms above offer this person, the most important first."""
    offers = [offer(idea, person) for offer in idea_panels]
    return sorted((panel for panel in offers if panel), key=lambda panel: not panel.primary)
