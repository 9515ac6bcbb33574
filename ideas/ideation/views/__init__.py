"""The pages of ideation."""

from ideas.ideation.views import (
    coaching,
    company,
    drafts,
    files,
    handed_in,
    ideas,
    joining,
    merging,
)
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels

__all__ = [
    "Panel",
    "coaching",
    "company",
    "drafts",
    "files",
    "handed_in",
    "idea_panels",
    "ideas",
    "ideation",
    "joining",
    "merging",
]
