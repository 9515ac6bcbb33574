"""Campaigns, built by the actions that people call."""

from datetime import date

from ideas.core.database import transaction
from ideas.people.models import Person
from ideas.programme.actions import CampaignText, create_campaign, open_campaign
from ideas.programme.queries import get_campaign

WHOLE = CampaignText(
    name="Wege aus dem Leistungsbezug",
    question="Was hilft?",
    goal="Weniger Menschen im Langzeitbezug.",
    measure="Bestand im Vergleich zum Vorjahr.",
    promise="Jede Idee wird entschieden.",
    sponsor="Geschäftsführung",
    opens_on=date(2026, 1, 5),
    closes_on=date(2099, 12, 31),
    decides_on=date(2100, 3, 31),
)


def prepared_campaign(*, by: Person, text: CampaignText = WHOLE) -> int:
    """Return the id of a campaign in preparation."""
    with transaction():
        return create_campaign(text, actor=by).id


def running_campaign(*, by: Person, text: CampaignText = WHOLE) -> int:
    """Return the id of an open campaign."""
    key = prepared_campaign(by=by, text=text)
    with transaction():
        open_campaign(get_campaign(key), actor=by)
    return key
