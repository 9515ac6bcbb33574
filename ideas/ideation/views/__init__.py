"""The pages of ideation."""

from ideas.ideation.views import (
    autosave,
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
    merging,
    moderation,
    reports,
    results,
    watching,
)
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels

__all__ = [
    "Panel",
    "autosave",
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
    "merging",
    "moderation",
    "reports",
    "results",
    "watching",
]
