"""The pages of ideation."""

from ideas.ideation.views import drafts, handed_in, ideas, reveals, seals
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels

__all__ = ["Panel", "drafts", "handed_in", "idea_panels", "ideas", "ideation", "reveals", "seals"]
