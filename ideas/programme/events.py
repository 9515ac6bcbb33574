"""What happens to the house's settings, and who hears of it."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, or_, select

from ideas.core.i18n import _l
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.process.events import Audience, Event
from ideas.process.models import Because
from ideas.programme.models import (
    BarrierReport,
    Campaign,
    CampaignPerson,
    CampaignUnit,
    HousePage,
    TakesPart,
    TextBlock,
    Topic,
)
from ideas.programme.rules import (
    may_add_topic,
    may_edit_blocks,
    may_edit_page,
    may_read_barriers,
    may_read_campaign,
)


def caretakers(_report: object) -> Select[Any]:
    """Select the administration and the idea coordination."""
    return select(Person).where(Person.id.in_(holding(Role.ADMINISTRATOR, Role.COORDINATOR)))


# The rooms above say who is concerned: each selects ids of persons for a campaign.
INVOLVED: list[Callable[[Campaign], Select[Any]]] = []
DRAFTING: list[Callable[[Campaign], Select[Any]]] = []


def invited(campaign: Campaign) -> Select[Any]:
    """Select who may take part in the campaign."""
    staff = select(Person).where(Person.id.in_(holding(Role.EMPLOYEE)))
    if campaign.takes_part == TakesPart.EVERYBODY:
        return staff
    teams = select(CampaignUnit.unit_id).where(CampaignUnit.campaign_id == campaign.id)
    named = select(CampaignPerson.person_id).where(CampaignPerson.campaign_id == campaign.id)
    return staff.where(or_(Person.unit_id.in_(teams), Person.id.in_(named)))


def participants(campaign: Campaign) -> Select[Any]:
    """Select who has handed in, written, said or supported something in the campaign."""
    chosen = [Person.id.in_(people(campaign)) for people in (*INVOLVED, *DRAFTING)]
    return select(Person).where(or_(*chosen))


def drafters(campaign: Campaign) -> Select[Any]:
    """Select who has an unfinished draft for the campaign, or follows it."""
    chosen = [Person.id.in_(people(campaign)) for people in DRAFTING]
    return select(Person).where(or_(*chosen))


to_invited = Audience(Because.CALL, invited)
to_participants = Audience(Because.CALL, participants)
to_drafters = Audience(Because.CALL, drafters)
to_caretakers = Audience(Because.TASK, caretakers, mailed=False)

established = Event(
    "house.established", Campaign, _l("The house was given its first settings."), may_read_campaign
)
created = Event("campaign.created", Campaign, _l("The campaign was prepared."), may_read_campaign)
edited = Event("campaign.edited", Campaign, _l("The campaign was changed."), may_read_campaign)
scheduled = Event(
    "campaign.scheduled", Campaign, _l("The campaign was scheduled."), may_read_campaign
)
taken_back = Event(
    "campaign.taken_back",
    Campaign,
    _l("The campaign was taken back into preparation."),
    may_read_campaign,
)
opened = Event(
    "campaign.opened",
    Campaign,
    _l("The campaign was opened."),
    may_read_campaign,
    (to_invited,),
)
prolonged = Event(
    "campaign.prolonged",
    Campaign,
    _l("The campaign has more time."),
    may_read_campaign,
    (to_participants,),
)
phase_ending = Event(
    "campaign.phase_ending",
    Campaign,
    _l("A phase of the campaign ends soon."),
    may_read_campaign,
    (to_drafters,),
)
reported = Event(
    "campaign.reported",
    Campaign,
    _l("The house was told what became of the campaign."),
    may_read_campaign,
    (to_participants,),
)
archived = Event("campaign.archived", Campaign, _l("The campaign was archived."), may_read_campaign)
closed = Event("campaign.closed", Campaign, _l("The campaign was closed."), may_read_campaign)
page_edited = Event("page.edited", HousePage, _l("The page was changed."), may_edit_page)
barrier_reported = Event(
    "barrier.reported",
    BarrierReport,
    _l("Somebody reported a barrier."),
    may_read_barriers,
    (to_caretakers,),
)
topic_added = Event("topic.added", Topic, _l("A topic was added."), may_add_topic)
block_written = Event(
    "block.written", TextBlock, _l("A building block was written."), may_edit_blocks
)
block_retired = Event(
    "block.retired", TextBlock, _l("A building block was taken out of use."), may_edit_blocks
)
