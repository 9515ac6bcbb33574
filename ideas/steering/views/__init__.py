"""The pages of steering."""

from ideas.steering.views import (
    correcting,
    deciding,
    overdue,
    panels,
    ranking,
    rounds,
    scoring,
    screening,
)
from ideas.steering.views.blueprint import steering

__all__ = [
    "correcting",
    "deciding",
    "overdue",
    "panels",
    "ranking",
    "rounds",
    "scoring",
    "screening",
    "steering",
]
