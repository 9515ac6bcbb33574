"""What must hold of campaigns' phases and questions, and of the answers to them."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from ideas.cli.invariants.finding import each
from ideas.ideation.models import Idea, IdeaAnswer
from ideas.programme.models import Campaign, CampaignPhase, Question


def campaigns() -> Iterator[str]:
    """Phases do not overlap, the channel has none, and what is counted is there."""
    other = aliased(CampaignPhase)
    overlapping = (
        select(CampaignPhase.id, other.id)
        .join(other, other.campaign_id == CampaignPhase.campaign_id)
        .where(CampaignPhase.id < other.id)
        .where(CampaignPhase.starts_on <= other.ends_on, other.starts_on <= CampaignPhase.ends_on)
    )
    yield from each("Die Phasen {} und {} einer Kampagne überschneiden sich.", overlapping)
    for word, column, rows, condition in (
        ("Phasen", Campaign.phase_count, CampaignPhase, None),
        ("Fragen", Campaign.question_count, Question, Question.retired_at.is_(None)),
    ):
        found = select(func.count()).select_from(rows).where(rows.campaign_id == Campaign.id)
        counted = (found if condition is None else found.where(condition)).scalar_subquery()
        differ = select(Campaign.id, column, counted).where(column != counted)
        yield from each(f"Kampagne {{}} zählt {{}} {word}, es sind {{}}.", differ)
    phased = select(Campaign.name).where(Campaign.is_permanent, Campaign.phase_count > 0)
    yield from each("Der dauerhafte Kanal „{}“ hat Phasen.", phased)


def answers() -> Iterator[str]:
    """An idea counts its answers, and what was handed in answers its own campaign."""
    found = select(func.count()).select_from(IdeaAnswer).where(IdeaAnswer.idea_id == Idea.id)
    counted = found.scalar_subquery()
    differ = select(Idea.id, Idea.answer_count, counted).where(Idea.answer_count != counted)
    yield from each("Idee {} zählt {} Antworten, es sind {}.", differ)
    foreign = (
        select(Idea.id, Question.id)
        .join(IdeaAnswer, IdeaAnswer.idea_id == Idea.id)
        .join(Question, Question.id == IdeaAnswer.question_id)
        .where(Idea.number.is_not(None), Question.campaign_id != Idea.campaign_id)
    )
    yield from each("Idee {} beantwortet Frage {} einer anderen Kampagne.", foreign)
