"""What a campaign's page says in words: its days, who takes part, what is possible now."""

from datetime import date
from typing import NamedTuple

from ideas.core import clock
from ideas.core.i18n import _, _n
from ideas.people.models import Person
from ideas.people.queries import all_units
from ideas.programme import rules
from ideas.programme.models import Activity, Campaign, CampaignPhase, CampaignStatus, TakesPart
from ideas.programme.queries import why_no_ideas


class Days(NamedTuple):
    """One entry of the calendar; without a last day it is a single one."""

    name: str
    first: date
    last: date | None = None
    text: str = ""
    is_now: bool = False


def days_of(campaign: Campaign) -> list[Days]:
    """Return the calendar: the phases or the whole time, and the day of the decision."""
    today = clock.today()
    days = [_phase(phase, today) for phase in campaign.phases] if campaign.phase_count else []
    if not days and campaign.opens_on:
        last = campaign.closes_on
        running = campaign.opens_on <= today <= (last or today)
        is_open = campaign.status == CampaignStatus.OPEN
        name = _("Ideas are collected")
        days.append(Days(name, campaign.opens_on, last, is_now=running and is_open))
    if campaign.decides_on:
        days.append(Days(_("Decision at the latest"), campaign.decides_on))
    return days


def notes_on(campaign: Campaign, person: Person) -> list[str]:
    """Say what is not possible now and why, as far as it concerns this person."""
    notes = []
    if not rules.may_take_part(person, campaign):
        notes.append(_("Chosen teams and persons take part; you can read along."))
    if reason := why_no_ideas(campaign):
        notes.append(reason)
    if campaign.status == CampaignStatus.OPEN:
        others = (Activity.COMMENT, Activity.SUPPORT)
        notes += [reason for one in others if (reason := rules.why_not(campaign, one))]
    return notes


def circle_in_words(campaign: Campaign) -> str:
    """Return who takes part: the teams by name, single persons only as a number."""
    if campaign.is_permanent or campaign.takes_part == TakesPart.EVERYBODY:
        return str(TakesPart.EVERYBODY.label)
    chosen = {row.unit_id for row in campaign.units}
    names = [unit.name for unit in all_units() if unit.id in chosen]
    if count := len(campaign.persons):
        names.append(_n("%(num)s chosen person", "%(num)s chosen persons", count))
    return ", ".join(names)


def _phase(phase: CampaignPhase, today: date) -> Days:
    allowed = [str(activity.label) for activity in Activity if activity in phase.allows]
    text = ", ".join(allowed) or _("For reading only")
    now = phase.starts_on <= today <= phase.ends_on
    return Days(phase.name, phase.starts_on, phase.ends_on, text, now)
