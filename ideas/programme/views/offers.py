"""Where rooms above offer something on a campaign's page, without being known here."""

from collections.abc import Callable
from typing import NamedTuple

from ideas.people.models import Person
from ideas.programme.models import Campaign


class Offer(NamedTuple):
    """A button on the page of a campaign, and where it leads back to."""

    label: str
    url: str
    back: str


campaign_offers: list[Callable[[Campaign, Person], Offer | None]] = []


def offers_for(campaign: Campaign, person: Person) -> list[Offer]:
    """Return what the rooms above offer this person."""
    offers = [offer(campaign, person) for offer in campaign_offers]
    return [offer for offer in offers if offer]
