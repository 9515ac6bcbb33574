"""The pages of ideation."""

from ideas.ideation.views import autosave, drafts, handed_in, ideas, results
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels

__all__ = [
    "Panel",
    "autosave",
    "drafts",
    "handed_in",
    "idea_panels",
    "ideas",
    "ideation",
    "results",
]
