"""A campaign's way through the calendar: phases, more time, and what the house does by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sqlalchemy.orm.attributes import flag_modified

from ideas.core import clock
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply, obstacles
from ideas.programme import events, rules, workflow
from ideas.programme.models import Activity, Campaign, CampaignPhase, CampaignStatus
from ideas.programme.queries import (
    campaigns_to_close,
    campaigns_to_open,
    get_phase,
    running_campaigns,
)

WARNED_AHEAD = timedelta(days=1)  # the job runs at midnight: 48 hours before the end of the day
CAN_GET_MORE_TIME = frozenset(
    {CampaignStatus.SCHEDULED, CampaignStatus.OPEN, CampaignStatus.CLOSED}
)


@dataclass(frozen=True)
class PhaseText:
    """A phase as somebody wrote it."""

    name: str
    starts_on: date
    ends_on: date
    allows: frozenset[Activity]


def edit_phases(
    campaign: Campaign, phases: Sequence[PhaseText], *, seen: int, actor: Person
) -> None:
    """Replace the phases of a campaign in preparation; none at all is possible, too.

    Raises:
        Stale: somebody else changed the campaign since it was shown.
        Invalid: a phase ends before it begins, or two of them overlap.
    """
    rules.may_schedule_campaign.require(actor, campaign)
    if campaign.status != CampaignStatus.DRAFT:
        raise NotPossible(_("The campaign is no longer in preparation; a phase can get more time."))
    if campaign.version != seen:
        raise Stale(_("Somebody else changed this in the meantime."), campaign)
    ordered = sorted(phases, key=lambda phase: phase.starts_on)
    if any(phase.ends_on < phase.starts_on for phase in ordered):
        raise Invalid(_("A phase ends before it begins."))
    for earlier, later in pairwise(ordered):
        if later.starts_on <= earlier.ends_on:
            raise Invalid(_("“%(one)s” and “%(two)s” overlap.", one=earlier.name, two=later.name))
    campaign.phases = [_phase(text) for text in ordered]
    campaign.phase_count = len(ordered)
    flag_modified(campaign, "name")
    events.edited.record(campaign, actor=actor)


def prolong_campaign(campaign: Campaign, until: date, *, reason: str, actor: Person) -> None:
    """Give a campaign without own phases more time; the decision moves along if it must.

    Raises:
        Invalid: the new last day is not a later one.
    """
    _may_prolong(campaign, actor)
    if campaign.phase_count or campaign.status == CampaignStatus.CLOSED:
        raise NotPossible(_("Here only a phase can get more time."))
    _later(campaign.closes_on, until)
    _move_end(campaign, until)
    events.prolonged.record(campaign, actor=actor, why=Why(public=reason), until=until.isoformat())


def prolong_phase(
    campaign: Campaign, phase_id: int, until: date, *, reason: str, actor: Person
) -> None:
    """Give a phase more time; the phases behind it move along, none is ever cut short.

    Raises:
        Invalid: the new last day is not a later one.
    """
    _may_prolong(campaign, actor)
    phase = get_phase(campaign, phase_id)
    _later(phase.ends_on, until)
    following = [one for one in campaign.phases if one.starts_on > phase.ends_on]
    phase.ends_on = end = until
    for one in following:
        shift = max((end - one.starts_on).days + 1, 0)
        one.starts_on += timedelta(days=shift)
        one.ends_on += timedelta(days=shift)
        end = one.ends_on
    submitting = [one.ends_on for one in campaign.phases if Activity.SUBMIT in one.allows]
    if campaign.status != CampaignStatus.CLOSED:
        _move_end(campaign, max(submitting, default=until))
    flag_modified(campaign, "name")
    events.prolonged.record(
        campaign,
        actor=actor,
        why=Why(public=reason),
        until=until.isoformat(),
        campaign_phase=phase.id,
    )


def keep_calendar(*, actor: Person) -> int:
    """Open what is due, close what is over, warn of what ends; return how much happened."""
    rules.may_keep_calendar.require(actor)
    today, done = clock.today(), 0
    for campaign in campaigns_to_open(today):
        if not list(obstacles(workflow.open_campaign, campaign)):
            apply(workflow.open_campaign, campaign, actor=actor)
            done += 1
    for campaign in campaigns_to_close(today):
        apply(workflow.close_campaign, campaign, actor=actor)
        done += 1
    return done + sum(_warn(campaign, today, actor) for campaign in running_campaigns())


def _warn(campaign: Campaign, today: date, actor: Person) -> bool:
    """Tell once of an end that comes within two days."""
    ends = [phase.ends_on for phase in campaign.phases]
    if campaign.closes_on and not ends:
        ends = [campaign.closes_on]
    near = [end for end in ends if today <= end <= today + WARNED_AHEAD]
    if not near or (campaign.warned_until and campaign.warned_until >= near[0]):
        return False
    campaign.warned_until = near[0]
    events.phase_ending.record(campaign, actor=actor, until=near[0].isoformat())
    return True


def _phase(text: PhaseText) -> CampaignPhase:
    allowed = [activity.value for activity in Activity if activity in text.allows]
    return CampaignPhase(
        name=text.name, starts_on=text.starts_on, ends_on=text.ends_on, allows=allowed
    )


def _may_prolong(campaign: Campaign, actor: Person) -> None:
    rules.may_prolong_campaign.require(actor, campaign)
    if campaign.status not in CAN_GET_MORE_TIME:
        raise NotPossible(_("This campaign cannot get more time."))


def _later(present: date | None, until: date) -> None:
    if present is None or until <= present:
        raise Invalid(_("The new last day must be later than the present one."))
    if until > max(clock.a_year_ahead(), present + timedelta(days=31)):
        raise Invalid(_("Please choose a day within the next twelve months."))


def _move_end(campaign: Campaign, until: date) -> None:
    """Move the last day, never to an earlier one, and the decision if it would come too early."""
    if campaign.closes_on is None or until <= campaign.closes_on:
        return
    days = until - campaign.closes_on
    campaign.closes_on = until
    if campaign.decides_on and campaign.decides_on <= until:
        campaign.decides_on += days
