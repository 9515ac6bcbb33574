"""The arrows of a campaign's life."""

from datetime import date
from itertools import pairwise

from ideas.core import clock
from ideas.core.i18n import _, _l
from ideas.process.transitions import Transition
from ideas.programme import events, rules
from ideas.programme.models import Activity, Campaign, CampaignStatus

WHOLE = 100


def says_what_it_is_for(campaign: Campaign) -> str | None:
    """Question, goal, measure, promise and sponsor are written."""
    wanted = ("question", "goal", "measure", "promise", "sponsor")
    if all(getattr(campaign, name) for name in wanted):
        return None
    return _(
        "Please write the question, the goal, how it is noticed, the promise and who stands"
        " behind it."
    )


def has_its_days(campaign: Campaign) -> str | None:
    """First day, last day and the day of the decision are set; the last one is not over."""
    if not (campaign.opens_on and campaign.closes_on and campaign.decides_on):
        return _("Please set the first day, the last day and the day of the decision.")
    if campaign.closes_on < clock.today():
        return _("The last day of the campaign is over already.")
    return None


def begins_later(campaign: Campaign) -> str | None:
    """The first day lies ahead."""
    if campaign.opens_on is None or campaign.opens_on > clock.today():
        return None
    return _("The first day has come already: open the campaign, or choose a later day.")


def phases_fit(campaign: Campaign) -> str | None:
    """Ideas are handed in within the campaign's days, and in some phase at all."""
    if not campaign.phase_count:
        return None
    first, last = campaign.opens_on or date.min, campaign.closes_on or date.max
    submitting = [phase for phase in campaign.phases if Activity.SUBMIT in phase.allows]
    if not submitting:
        return _("No phase allows to hand ideas in.")
    if any(phase.starts_on < first for phase in campaign.phases):
        return _("No phase can begin before the first day of the campaign.")
    if any(phase.ends_on > last for phase in submitting):
        return _("A phase in which ideas are handed in must end by the campaign's last day.")
    return None


def has_its_report(campaign: Campaign) -> str | None:
    """The house was told what became of the campaign."""
    if campaign.report:
        return None
    return _("Please write first what became of the campaign.")


def begin_today(campaign: Campaign) -> None:
    """Let the campaign, and its first phase with it, begin today if it was planned for later."""
    planned, today = campaign.opens_on, clock.today()
    if planned is None or planned <= today:
        return
    campaign.opens_on = today
    for phase in campaign.phases:
        if phase.starts_on == planned:
            phase.starts_on = today


def weighs_a_hundred(campaign: Campaign) -> str | None:
    """The weights of the criteria add up to a hundred percent."""
    total = sum(criterion.weight for criterion in campaign.criteria)
    if total == WHOLE:
        return None
    return _("The weights must add up to 100; now they make %(total)s.", total=total)


def ends_after_it_begins(campaign: Campaign) -> str | None:
    """The last day lies after the first one, and the decision after both."""
    days = [campaign.opens_on, campaign.closes_on, campaign.decides_on]
    given = [day for day in days if day]
    if all(earlier < later for earlier, later in pairwise(given)):
        return None
    return _("The campaign must close after it opens, and be decided after it closes.")


READY = (
    says_what_it_is_for,
    has_its_days,
    ends_after_it_begins,
    weighs_a_hundred,
    phases_fit,
)
schedule_campaign = Transition(
    "schedule",
    _l("Schedule the campaign"),
    frozenset({CampaignStatus.DRAFT}),
    CampaignStatus.SCHEDULED,
    rules.may_schedule_campaign,
    events.scheduled,
    (*READY, begins_later),
)
take_back_campaign = Transition(
    "take_back",
    _l("Take the campaign back into preparation"),
    frozenset({CampaignStatus.SCHEDULED}),
    CampaignStatus.DRAFT,
    rules.may_schedule_campaign,
    events.taken_back,
)
open_campaign = Transition(
    "open",
    _l("Open the campaign"),
    frozenset({CampaignStatus.DRAFT, CampaignStatus.SCHEDULED}),
    CampaignStatus.OPEN,
    rules.may_open_campaign,
    events.opened,
    READY,
    begin_today,
)
close_campaign = Transition(
    "close",
    _l("Close the campaign"),
    frozenset({CampaignStatus.OPEN}),
    CampaignStatus.CLOSED,
    rules.may_close_campaign,
    events.closed,
)
archive_campaign = Transition(
    "archive",
    _l("Archive the campaign"),
    frozenset({CampaignStatus.CLOSED}),
    CampaignStatus.ARCHIVED,
    rules.may_archive_campaign,
    events.archived,
    (has_its_report,),
)
TRANSITIONS = (
    schedule_campaign,
    take_back_campaign,
    open_campaign,
    close_campaign,
    archive_campaign,
)
