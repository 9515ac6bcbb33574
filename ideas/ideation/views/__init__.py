"""The pages of ideation."""

from ideas.ideation.views import blacking_out, drafts, handed_in, ideas
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels

__all__ = ["Panel", "blacking_out", "drafts", "handed_in", "idea_panels", "ideas", "ideation"]
