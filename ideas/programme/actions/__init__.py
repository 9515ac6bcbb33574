"""What can be done with the house's settings."""

from ideas.programme.actions.asking import (
    QuestionText,
    add_question,
    edit_question,
    move_question,
    remove_question,
)
from ideas.programme.actions.blocks import edit_block, retire_block, write_block
from ideas.programme.actions.calendar import (
    CAN_GET_MORE_TIME,
    PhaseText,
    edit_phases,
    keep_calendar,
    prolong_campaign,
    prolong_phase,
)
from ideas.programme.actions.campaigns import (
    CampaignText,
    CriterionText,
    close_campaign,
    create_campaign,
    edit_campaign,
    edit_rubric,
    open_campaign,
)
from ideas.programme.actions.copying import (
    copy_campaign,
)
from ideas.programme.actions.house import establish_house
from ideas.programme.actions.taking_part import (
    Circle,
    archive_campaign,
    choose_circle,
    circle_of,
    report_campaign,
    schedule_campaign,
    take_back_campaign,
)
from ideas.programme.actions.texts import add_topic, edit_page, report_barrier

__all__ = [
    "CAN_GET_MORE_TIME",
    "CampaignText",
    "Circle",
    "CriterionText",
    "PhaseText",
    "QuestionText",
    "add_question",
    "add_topic",
    "archive_campaign",
    "choose_circle",
    "circle_of",
    "close_campaign",
    "copy_campaign",
    "create_campaign",
    "edit_block",
    "edit_campaign",
    "edit_page",
    "edit_phases",
    "edit_question",
    "edit_rubric",
    "establish_house",
    "keep_calendar",
    "move_question",
    "open_campaign",
    "prolong_campaign",
    "prolong_phase",
    "remove_question",
    "report_barrier",
    "report_campaign",
    "retire_block",
    "schedule_campaign",
    "take_back_campaign",
    "write_block",
]
