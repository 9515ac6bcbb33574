"""Asking for a gate and deciding on it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, Stale
from ideas.core.i18n import _
from ideas.maturation import rules, workflow
from ideas.maturation.models import GateDecision, GateOutcome, Project
from ideas.maturation.queries.projects import checklist
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import Transition, apply
from ideas.programme.queries import next_phase


@dataclass(frozen=True)
class Verdict:
    """What the chair records of a gate; `asked_at` names the request that was decided."""

    outcome: GateOutcome
    reason: str
    asked_at: datetime


def ask_gate(project: Project, *, actor: Person) -> None:
    """Ask for the release of the next phase; the answers are fixed from now on."""
    apply(workflow.ask_gate, project, actor=actor)


def withdraw_gate(project: Project, *, actor: Person) -> None:
    """Take the request back, as long as nothing is decided."""
    apply(workflow.withdraw_gate, project, actor=actor)


def decide_gate(project: Project, verdict: Verdict, *, actor: Person) -> GateDecision:
    """Record the decision with the checklist as it stands, and move the card.

    Raises:
        NotPossible: there is nothing to decide, or a required criterion is unmet.
        Stale: the request that was read has been withdrawn and another one stands now.
    """
    rules.may_decide_gate.require(actor, project)
    if not verdict.reason.strip():
        raise Invalid(_("Please give a reason."))
    if project.status in workflow.IN_GATE and project.status_since != verdict.asked_at:
        raise Stale(_("The request was withdrawn and asked anew. Please read it once more."))
    decision = GateDecision(
        project_id=project.id,
        phase_id=project.last_phase_id,
        outcome=verdict.outcome,
        reason=verdict.reason,
        checklist=_as_it_stands(project),
        asked_at=project.status_since,
        decided_at=clock.now(),
    )
    origin = project.last_phase.code
    step = _step(project, verdict.outcome)
    apply(step, project, actor=actor, why=Why(verdict.reason), from_phase=origin)
    session.add(decision)
    return decision


def _step(project: Project, outcome: GateOutcome) -> Transition:
    if outcome == GateOutcome.REWORK:
        return workflow.rework
    return workflow.release if next_phase(project.last_phase) else workflow.complete


def _as_it_stands(project: Project) -> list[dict[str, Any]]:
    return [
        {
            "item": line.item.id,
            "text": line.text,
            "answer": line.answer.value if line.answer else None,
            "evidence": line.evidence,
        }
        for line in checklist(project)
    ]
