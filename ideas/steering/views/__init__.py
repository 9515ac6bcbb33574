"""The pages of steering."""

from ideas.steering.views import deciding, panels, ranking, rounds, scoring, screening
from ideas.steering.views.blueprint import steering

__all__ = ["deciding", "panels", "ranking", "rounds", "scoring", "screening", "steering"]
