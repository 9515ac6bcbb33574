"""The pages of ideation."""

from ideas.ideation.views import (
    blacking_out,
    coaching,
    comments,
    company,
    drafts,
    files,
    handed_in,
    hints,
    ideas,
    joining,
    mentions,
    moderation,
    reports,
    watching,
)
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels

__all__ = [
    "Panel",
    "blacking_out",
    "coaching",
    "comments",
    "company",
    "drafts",
    "files",
    "handed_in",
    "hints",
    "idea_panels",
    "ideas",
    "ideation",
    "joining",
    "mentions",
    "moderation",
    "reports",
    "watching",
]
