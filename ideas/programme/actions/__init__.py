"""What can be done with the house's settings."""

from ideas.programme.actions.blocks import edit_block, retire_block, write_block
from ideas.programme.actions.campaigns import (
    CampaignText,
    CriterionText,
    close_campaign,
    create_campaign,
    edit_campaign,
    edit_rubric,
    open_campaign,
)
from ideas.programme.actions.house import establish_house
from ideas.programme.actions.texts import add_topic, edit_page, report_barrier

__all__ = [
    "CampaignText",
    "CriterionText",
    "add_topic",
    "close_campaign",
    "create_campaign",
    "edit_block",
    "edit_campaign",
    "edit_page",
    "edit_rubric",
    "establish_house",
    "open_campaign",
    "report_barrier",
    "retire_block",
    "write_block",
]
