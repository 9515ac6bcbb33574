"""What happens to the house's settings, and who hears of it."""

from typing import Any

from sqlalchemy import Select, select

from ideas.core.i18n import _l
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.process.events import Audience, Event
from ideas.process.models import Because
from ideas.programme.models import BarrierReport, Campaign, HousePage, TextBlock, Topic
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


to_caretakers = Audience(Because.TASK, caretakers, mailed=False)

established = Event(
    "house.established", Campaign, _l("The house was given its first settings."), may_read_campaign
)
created = Event("campaign.created", Campaign, _l("The campaign was prepared."), may_read_campaign)
edited = Event("campaign.edited", Campaign, _l("The campaign was changed."), may_read_campaign)
opened = Event("campaign.opened", Campaign, _l("The campaign was opened."), may_read_campaign)
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
