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
    Campaign,
    CampaignStatus,
    ChecklistItem,
    Criterion,
    Deadline,
    GateQuestion,
    HousePage,
    Phase,
    Step,
    Topic,
)

__all__ = [
    "Activity",
    "BarrierReport",
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
    "Topic",
]
