"""The rows of the house's own settings, one module for each group."""

from ideas.programme.models.calls import (
    Activity,
    CampaignPerson,
    CampaignPhase,
    CampaignUnit,
    Question,
    QuestionKind,
    TakesPart,
)
from ideas.programme.models.house import (
    BarrierReport,
    BlockKind,
    Campaign,
    CampaignStatus,
    ChecklistItem,
    Criterion,
    Deadline,
    GateQuestion,
    HousePage,
    Phase,
    Step,
    TextBlock,
    Topic,
)

__all__ = [
    "Activity",
    "BarrierReport",
    "BlockKind",
    "Campaign",
    "CampaignPerson",
    "CampaignPhase",
    "CampaignStatus",
    "CampaignUnit",
    "ChecklistItem",
    "Criterion",
    "Deadline",
    "GateQuestion",
    "HousePage",
    "Phase",
    "Question",
    "QuestionKind",
    "Step",
    "TakesPart",
    "TextBlock",
    "Topic",
]
