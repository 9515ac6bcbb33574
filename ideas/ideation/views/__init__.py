"""The pages of ideation."""

from ideas.ideation.views import drafts, files, handed_in, ideas
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels

__all__ = ["Panel", "drafts", "files", "handed_in", "idea_panels", "ideas", "ideation"]
