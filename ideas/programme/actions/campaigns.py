"""Prepare a campaign, open it, close it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _
from ideas.core.rich_text import RichText
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply, begin
from ideas.programme import events, rules, workflow
from ideas.programme.actions.house import default_criteria, default_deadlines
from ideas.programme.models import Campaign, CampaignStatus, Criterion, Step

POINTS = 5


@dataclass(frozen=True)
class CampaignText:
    """What a campaign says of itself."""

    name: str
    question: str = ""
    goal: str = ""
    measure: str = ""
    promise: str = ""
    sponsor: str = ""
    description: str = ""
    opens_on: date | None = None
    closes_on: date | None = None
    decides_on: date | None = None
    support_limit: int | None = None
    hides_support: bool = False


@dataclass(frozen=True)
class CriterionText:
    """One criterion as somebody wrote it: name, weight and a sentence for each point."""

    name: str
    weight: int
    anchors: Sequence[str]
    explanation: str = ""


def create_campaign(
    text: CampaignText, *, days: Mapping[Step, int] | None = None, actor: Person
) -> Campaign:
    """Prepare a campaign with the house's usual criteria and deadlines.

    Raises:
        Invalid: another campaign has this name.
    """
    rules.may_create_campaign.require(actor)
    campaign = Campaign(criteria=default_criteria(), deadlines=default_deadlines())
    _write(campaign, text, days or {})
    begin(campaign, CampaignStatus.DRAFT)
    session.add(campaign)
    session.flush()
    events.created.record(campaign, actor=actor)
    return campaign


def edit_campaign(
    campaign: Campaign,
    text: CampaignText,
    *,
    days: Mapping[Step, int] | None = None,
    seen: int,
    actor: Person,
) -> None:
    """Change texts, dates and deadlines of a campaign in preparation.

    Raises:
        Stale: somebody else changed it since it was shown.
    """
    _may_edit(campaign, seen, actor)
    _write(campaign, text, days or {})
    flag_modified(campaign, "name")
    events.edited.record(campaign, actor=actor)


def edit_rubric(
    campaign: Campaign, criteria: Sequence[CriterionText], *, seen: int, actor: Person
) -> None:
    """Replace the criteria of a campaign in preparation.

    Raises:
        Stale: somebody else changed the campaign since it was shown.
        Invalid: the weights do not add up to 100.
    """
    _may_edit(campaign, seen, actor)
    total = sum(criterion.weight for criterion in criteria)
    if total != workflow.WHOLE:
        raise Invalid(_("The weights must add up to 100; now they make %(total)s.", total=total))
    if any(len(criterion.anchors) != POINTS for criterion in criteria):
        raise Invalid(_("Every criterion needs a sentence for each of its five points."))
    campaign.criteria = [_criterion(campaign, n, text) for n, text in enumerate(criteria, 1)]
    flag_modified(campaign, "name")
    events.edited.record(campaign, actor=actor)


def open_campaign(campaign: Campaign, *, actor: Person) -> None:
    """Let ideas come in; from now on criteria and texts stand."""
    apply(workflow.open_campaign, campaign, actor=actor)


def close_campaign(campaign: Campaign, *, reason: str, actor: Person) -> None:
    """Take no more ideas."""
    apply(workflow.close_campaign, campaign, actor=actor, why=Why(public=reason))


def _may_edit(campaign: Campaign, seen: int, actor: Person) -> None:
    rules.may_edit_campaign.require(actor, campaign)
    if campaign.status != CampaignStatus.DRAFT:
        raise NotPossible(_("The campaign has been opened; its texts and criteria stand."))
    if campaign.version != seen:
        raise Stale(_("Somebody else changed this in the meantime."), campaign)


def _write(campaign: Campaign, text: CampaignText, days: Mapping[Step, int]) -> None:
    _check_name(campaign, text.name)
    for key in ("name", "question", "goal", "measure", "promise", "sponsor"):
        setattr(campaign, key, getattr(text, key))
    for key in ("opens_on", "closes_on", "decides_on", "support_limit", "hides_support"):
        setattr(campaign, key, getattr(text, key))
    campaign.description = RichText.write(text.description)
    for deadline in campaign.deadlines:
        deadline.working_days = days.get(deadline.step, deadline.working_days)


def _check_name(campaign: Campaign, name: str) -> None:
    with session.no_autoflush:
        other = session.scalar(select(Campaign.id).where(Campaign.name == name))
    if other is not None and other != campaign.id:
        raise Invalid(_("Another campaign has this name."))


def _criterion(campaign: Campaign, position: int, text: CriterionText) -> Criterion:
    """Return the criterion at this place, the one that stood there if there was one."""
    known = [row for row in campaign.criteria if row.position == position]
    criterion = known[0] if known else Criterion(key=f"criterion_{position}")
    criterion.position = position
    criterion.name = text.name
    criterion.explanation = text.explanation
    criterion.weight = text.weight
    criterion.anchors = list(text.anchors)
    return criterion
