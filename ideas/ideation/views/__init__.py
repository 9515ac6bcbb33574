"""The pages of ideation."""

from ideas.ideation.views import drafts, handed_in, hints, ideas
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels

__all__ = ["Panel", "drafts", "handed_in", "hints", "idea_panels", "ideas", "ideation"]
