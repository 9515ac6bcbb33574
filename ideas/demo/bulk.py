"""Ideas beyond the written ones, by the thousand."""

from ideas.demo.stage import Stage
from ideas.demo.timeline import Progress

YEARS = 4


def write(stage: Stage, count: int, progress: Progress) -> None:
    """Write so many more ideas."""
