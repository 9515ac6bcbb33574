"""Where rooms above add to a campaign's page, without being known here."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ideas.people.models import Person
from ideas.programme.models import Campaign


@dataclass(frozen=True)
class Part:
    """A fragment of the page and what it prints."""

    template: str
    values: dict[str, object] = field(default_factory=dict)


campaign_parts: list[Callable[[Campaign, Person], Part | None]] = []


def parts_for(campaign: Campaign, person: Person) -> list[Part]:
    """Return what the rooms above add for this person."""
    return [part for make in campaign_parts if (part := make(campaign, person))]
