"""The pages of steering."""

from ideas.steering.views import deciding, ranking, rounds, scoring, screening
from ideas.steering.views.blueprint import steering

__all__ = ["deciding", "ranking", "rounds", "scoring", "screening", "steering"]
