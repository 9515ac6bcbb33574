"""Who may change what the house has set."""

from typing import Any

from ideas.accounts.rules import (
    everybody,
    is_administrator,
    is_chair,
    is_coordinator,
    is_employee,
    is_system,
)
from ideas.people.models import Person
from ideas.process.rules import Rule, rule
from ideas.programme.models import CampaignStatus


@rule
def is_in_preparation(_person: Person, campaign: Any) -> bool:
    """The campaign is not open yet."""
    return bool(campaign.status == CampaignStatus.DRAFT)


@rule
def is_temporary(_person: Person, campaign: Any) -> bool:
    """The campaign is not the permanent channel."""
    return not campaign.is_permanent


is_campaign_maker: Rule = is_coordinator | is_chair
may_establish: Rule = is_system
may_read_campaign: Rule = is_campaign_maker | (is_employee & ~is_in_preparation)
may_list_campaigns: Rule = is_employee
may_create_campaign: Rule = is_campaign_maker
may_edit_campaign: Rule = is_campaign_maker
may_open_campaign: Rule = is_campaign_maker
may_close_campaign: Rule = is_campaign_maker & is_temporary
may_add_topic: Rule = is_campaign_maker | is_system
may_edit_blocks: Rule = is_campaign_maker
may_edit_page: Rule = is_administrator
may_report_barrier: Rule = everybody
may_read_barriers: Rule = is_administrator | is_coordinator
