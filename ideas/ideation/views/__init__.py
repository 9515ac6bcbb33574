"""The pages of ideation."""

from ideas.ideation.views import (
    comments,
    drafts,
    handed_in,
    ideas,
    mentions,
    moderation,
    reports,
    watching,
)
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels

__all__ = [
    "Panel",
    "comments",
    "drafts",
    "handed_in",
    "idea_panels",
    "ideas",
    "ideation",
    "mentions",
    "moderation",
    "reports",
    "watching",
]
