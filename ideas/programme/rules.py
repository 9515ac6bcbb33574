"""Who may change what the house has set, and what a campaign allows on which day."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from ideas.accounts.rules import (
    everybody,
    is_administrator,
    is_chair,
    is_coordinator,
    is_employee,
    is_member,
    is_system,
)
from ideas.core import clock
from ideas.core.errors import NotPossible
from ideas.core.i18n import _
from ideas.core.i18n import day as written
from ideas.people.models import Person
from ideas.process.rules import Rule, rule
from ideas.programme.models import (
    Activity,
    Campaign,
    CampaignPerson,
    CampaignPhase,
    CampaignStatus,
    CampaignUnit,
    TakesPart,
)

UNKNOWN = frozenset({CampaignStatus.DRAFT, CampaignStatus.SCHEDULED})


@rule
def is_in_preparation(_person: Person, campaign: Any) -> bool:
    """The campaign is not open yet."""
    return bool(campaign.status in UNKNOWN)


@rule
def is_temporary(_person: Person, campaign: Any) -> bool:
    """The campaign is not the permanent channel."""
    return not campaign.is_permanent


@rule
def is_read_by_all(_person: Person, campaign: Any) -> bool:
    """Others than those who take part read the campaign, too."""
    return not campaign.is_hidden_from_others


@rule
def is_invited(person: Person, campaign: Any) -> bool:
    """The campaign is for everybody, or for this person or the person's team."""
    if campaign.takes_part == TakesPart.EVERYBODY:
        return True
    by_team = person.unit_id in {row.unit_id for row in campaign.units}
    return by_team or person.id in {row.person_id for row in campaign.persons}


is_campaign_maker: Rule = is_coordinator | is_chair
may_establish: Rule = is_system
may_read_campaign: Rule = is_campaign_maker | (
    is_employee & ~is_in_preparation & (is_read_by_all | is_member | is_invited)
)
may_list_campaigns: Rule = is_employee
may_take_part: Rule = is_employee & is_invited
may_create_campaign: Rule = is_campaign_maker
may_edit_campaign: Rule = is_campaign_maker
may_schedule_campaign: Rule = is_campaign_maker & is_temporary
may_open_campaign: Rule = is_campaign_maker | is_system
may_close_campaign: Rule = (is_campaign_maker | is_system) & is_temporary
may_prolong_campaign: Rule = is_campaign_maker & is_temporary
may_report_campaign: Rule = is_campaign_maker & is_temporary
may_archive_campaign: Rule = is_campaign_maker & is_temporary
may_keep_calendar: Rule = is_system
may_add_topic: Rule = is_campaign_maker | is_system
may_edit_blocks: Rule = is_campaign_maker
may_edit_page: Rule = is_administrator
may_report_barrier: Rule = everybody
may_read_barriers: Rule = is_administrator | is_coordinator


def campaigns_for(person: Person) -> ColumnElement[bool]:
    """Select the campaigns that are for everybody or for this person: the twin of `is_invited`."""
    teams = select(CampaignUnit.campaign_id).where(CampaignUnit.unit_id == person.unit_id)
    named = select(CampaignPerson.campaign_id).where(CampaignPerson.person_id == person.id)
    everybody_may = Campaign.takes_part == TakesPart.EVERYBODY
    return or_(everybody_may, Campaign.id.in_(teams), Campaign.id.in_(named))


def known_to(person: Person) -> ColumnElement[bool]:
    """Select the campaigns that the person may know of: the twin of `may_read_campaign`."""
    if is_campaign_maker(person):
        return Campaign.id.is_not(None)
    shown = Campaign.status.not_in(UNKNOWN)
    if is_member(person):
        return shown
    return shown & or_(Campaign.others_read, campaigns_for(person))


def phase_of(campaign: Campaign, today: date | None = None) -> CampaignPhase | None:
    """Return the campaign's phase of this day, or None when none is running."""
    if not campaign.phase_count:
        return None
    day = today or clock.today()
    running = (phase for phase in campaign.phases if phase.starts_on <= day <= phase.ends_on)
    return next(running, None)


def allows(campaign: Campaign, activity: Activity, today: date | None = None) -> bool:
    """Say whether the phase of the day lets this happen; a campaign without phases always does."""
    if not campaign.phase_count:
        return True
    phase = phase_of(campaign, today)
    return phase is not None and activity in phase.allows


def why_not(campaign: Campaign, activity: Activity, today: date | None = None) -> str:
    """Say in sentences why the phases forbid this now, and when it is possible again; else ""."""
    if allows(campaign, activity, today):
        return ""
    what, phase = str(activity.label), phase_of(campaign, today)
    if phase:
        now = _("%(what)s is not possible in the phase “%(phase)s”.", what=what, phase=phase.name)
    else:
        now = _("%(what)s is not possible today: no phase of the campaign is running.", what=what)
    day = today or clock.today()
    later = [one for one in campaign.phases if one.starts_on > day and activity in one.allows]
    if not later:
        return f"{now} {_('No later phase of this campaign allows it.')}"
    first = later[0]
    again = _(
        "It is possible from %(day)s on, in the phase “%(phase)s”.",
        day=written(first.starts_on),
        phase=first.name,
    )
    return f"{now} {again}"


def must_allow(campaign: Campaign, activity: Activity) -> None:
    """Let the activity pass.

    Raises:
        NotPossible: the campaign's phase forbids it; the message says why and until when.
    """
    if reason := why_not(campaign, activity):
        raise NotPossible(reason)
