"""Reading projects, the board and what waits for whom."""

from ideas.maturation.queries.board import board, choices_of_filter, shelf
from ideas.maturation.queries.checks import invariants, silent_projects
from ideas.maturation.queries.projects import (
    Line,
    checklist,
    checklist_version,
    decisions_of,
    find_project,
    get_adoptable,
    get_card,
    get_project,
    reason_of_state,
    reports_of,
)
from ideas.maturation.queries.tasks import selected_without_owner, tasks_of

__all__ = [
    "Line",
    "board",
    "checklist",
    "checklist_version",
    "choices_of_filter",
    "decisions_of",
    "find_project",
    "get_adoptable",
    "get_card",
    "get_project",
    "invariants",
    "reason_of_state",
    "reports_of",
    "selected_without_owner",
    "shelf",
    "silent_projects",
    "tasks_of",
]
