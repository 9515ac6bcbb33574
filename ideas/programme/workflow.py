"""The arrows of a campaign's life."""

from itertools import pairwise

from ideas.core.i18n import _, _l
from ideas.process.transitions import Transition
from ideas.programme import events, rules
from ideas.programme.models import Campaign, CampaignStatus

WHOLE = 100


def says_what_it_is_for(campaign: Campaign) -> str | None:
    """Question, goal and promise are written."""
    if campaign.question and campaign.goal and campaign.promise:
        return None
    return _("Please write the question, the goal and the promise.")


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


open_campaign = Transition(
    "open",
    _l("Open the campaign"),
    frozenset({CampaignStatus.DRAFT}),
    CampaignStatus.OPEN,
    rules.may_open_campaign,
    events.opened,
    (says_what_it_is_for, weighs_a_hundred, ends_after_it_begins),
)
close_campaign = Transition(
    "close",
    _l("Close the campaign"),
    frozenset({CampaignStatus.OPEN}),
    CampaignStatus.CLOSED,
    rules.may_close_campaign,
    events.closed,
)
TRANSITIONS = (open_campaign, close_campaign)
