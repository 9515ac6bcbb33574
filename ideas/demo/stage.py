"""What the parts of the demonstration share: people, time, chance, and what exists so far."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ideas.demo import texts
from ideas.demo.people import Cast
from ideas.demo.timeline import Calendar, Script
from ideas.ideation.models import Idea
from ideas.maturation.models import Project
from ideas.people.models import Person
from ideas.programme.actions import CampaignText, add_topic, create_campaign, open_campaign
from ideas.programme.models import Campaign, Topic
from ideas.programme.queries import permanent_channel
from ideas.steering.models import Decision, Round

CAMPAIGN = "macht-es-einfach"
CHANNEL = "offener-kanal"
# The campaign's days, counted from today.
OPENS, CLOSES, DECIDES = -815, 120, 180


@dataclass
class Stage:
    """Where the demonstration is played."""

    cast: Cast
    calendar: Calendar
    script: Script
    rng: Random
    today: date
    campaigns: dict[str, Campaign] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    ideas: dict[str, Idea] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)

    def somebody(self, team: str | None = None) -> Person:
        """Return a colleague, of this team if one is named."""
        return self.rng.choice(self.cast.staff_of(team or ""))


def name_topics(stage: Stage) -> None:
    """Name the topics, and find the permanent channel."""
    names = texts.read("campaigns")["topics"]
    stage.topics = {name: add_topic(name, actor=stage.cast.coordinator) for name in names}
    stage.campaigns[CHANNEL] = permanent_channel()


def call_for_ideas(stage: Stage) -> None:
    """Open the campaign beside the permanent channel."""
    coordinator = stage.cast.coordinator
    campaigns = texts.read("campaigns")["campaigns"]
    row = next(row for row in campaigns if row["key"] == CAMPAIGN)
    named = {key: text for key, text in row.items() if key not in {"key", "kind"}}
    first, last, decided = (stage.today + timedelta(days=n) for n in (OPENS, CLOSES, DECIDES))
    text = CampaignText(**named, opens_on=first, closes_on=last, decides_on=decided)
    campaign = create_campaign(text, actor=coordinator)
    open_campaign(campaign, actor=coordinator)
    stage.campaigns[CAMPAIGN] = campaign
