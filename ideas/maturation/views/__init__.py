"""The pages of projects."""

from ideas.maturation.views import adopting, board, gates, moving, panels, projects
from ideas.maturation.views.blueprint import maturation

__all__ = ["adopting", "board", "gates", "maturation", "moving", "panels", "projects"]
