"""Reading what a campaign sets for itself: its questions, and the days of its calendar."""

from datetime import date

from sqlalchemy import select

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.programme.models import Campaign, CampaignPhase, CampaignStatus, Question


def questions_of(campaign: Campaign) -> list[Question]:
    """Return the questions that the campaign asks now, in their order."""
    return list(campaign.questions) if campaign.question_count else []


def get_question(campaign: Campaign, question_id: int) -> Question:
    """Return a question that the campaign asks now.

    Raises:
        NotFound: there is none.
    """
    for question in questions_of(campaign):
        if question.id == question_id:
            return question
    raise NotFound(_("There is no such question."))


def get_phase(campaign: Campaign, phase_id: int) -> CampaignPhase:
    """Return a phase of the campaign.

    Raises:
        NotFound: there is none.
    """
    for phase in campaign.phases:
        if phase.id == phase_id:
            return phase
    raise NotFound(_("There is no such phase."))


def campaigns_to_open(today: date) -> list[Campaign]:
    """Return the scheduled campaigns whose day has come, locked."""
    due = (Campaign.status == CampaignStatus.SCHEDULED) & (Campaign.opens_on <= today)
    return list(session.scalars(select(Campaign).where(due).with_for_update()))


def campaigns_to_close(today: date) -> list[Campaign]:
    """Return the open campaigns whose last day is over, locked."""
    over = (Campaign.status == CampaignStatus.OPEN) & (Campaign.closes_on < today)
    statement = select(Campaign).where(over, ~Campaign.is_permanent)
    return list(session.scalars(statement.with_for_update()))


def running_campaigns() -> list[Campaign]:
    """Return the open campaigns that have an end, locked."""
    running = (Campaign.status == CampaignStatus.OPEN) & ~Campaign.is_permanent
    return list(session.scalars(select(Campaign).where(running).with_for_update()))
