"""The next campaign of the demonstration: scheduled, with phases and questions of its own."""

from datetime import timedelta

from ideas.demo import texts
from ideas.demo.stage import Stage
from ideas.programme.actions import (
    CampaignText,
    PhaseText,
    QuestionText,
    add_question,
    create_campaign,
    edit_phases,
    schedule_campaign,
)
from ideas.programme.models import Activity, QuestionKind


def plan_next_campaign(stage: Stage) -> None:
    """Let the coordination prepare and schedule the campaign that comes next."""
    row, actor = texts.read("next_campaign"), stage.cast.coordinator
    first, last, decided = (stage.today + timedelta(days=n) for n in row["days"])
    text = CampaignText(**row["texts"], opens_on=first, closes_on=last, decides_on=decided)
    campaign = create_campaign(text, actor=actor)
    phases = [
        PhaseText(
            phase["name"],
            stage.today + timedelta(days=phase["from"]),
            stage.today + timedelta(days=phase["until"]),
            frozenset(Activity(name) for name in phase["allows"]),
        )
        for phase in row["phases"]
    ]
    edit_phases(campaign, phases, seen=campaign.version, actor=actor)
    for question in row["questions"]:
        asked = QuestionText(**question | {"kind": QuestionKind(question["kind"])})
        add_question(campaign, asked, actor=actor)
    schedule_campaign(campaign, actor=actor)
