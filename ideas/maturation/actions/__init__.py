"""What can be done with a project."""

from ideas.maturation.actions import text_places
from ideas.maturation.actions.adopting import adopt_idea
from ideas.maturation.actions.checklist import Answer, answer_checklist
from ideas.maturation.actions.gates import Verdict, ask_gate, decide_gate, withdraw_gate
from ideas.maturation.actions.moving import (
    Farewell,
    move_back,
    park_project,
    require_place,
    resume_project,
    stop_project,
)
from ideas.maturation.actions.ordering import Side, reorder_project
from ideas.maturation.actions.reporting import Report, remind_reports, report_status

__all__ = [
    "Answer",
    "Farewell",
    "Report",
    "Side",
    "Verdict",
    "adopt_idea",
    "answer_checklist",
    "ask_gate",
    "decide_gate",
    "move_back",
    "park_project",
    "remind_reports",
    "reorder_project",
    "report_status",
    "require_place",
    "resume_project",
    "stop_project",
    "text_places",
    "withdraw_gate",
]
