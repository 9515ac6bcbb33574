"""Criteria, asking for a gate and deciding on it."""

from datetime import datetime

from flask import flash, render_template, request
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Stale
from ideas.core.i18n import _
from ideas.ideation.models import ProjectStatus
from ideas.maturation import actions, queries, rules
from ideas.maturation.forms import ChecklistForm, GateForm
from ideas.maturation.models import GateOutcome, Project
from ideas.maturation.views.blueprint import INVALID, for_change, maturation, refused, to_project
from ideas.programme.queries import next_phase


@maturation.get("/<number:number>/pruefpunkte")
def checklist(number: str) -> ResponseReturnValue:
    """Show the criteria of the next gate with a form to answer them."""
    found = queries.get_project(number, reader=actor())
    rules.may_answer.require(actor(), found)
    lines = queries.checklist(found)
    form = ChecklistForm.for_lines(lines)
    form.seen.data = str(queries.checklist_version(lines))
    return _checklist_page(found, form, lines)


@maturation.post("/<number:number>/pruefpunkte")
def answer(number: str) -> ResponseReturnValue:
    """Store the answers; when others are stored meanwhile, show both."""
    found = for_change(number)
    rules.may_answer.require(actor(), found)
    lines = queries.checklist(found)
    form = ChecklistForm.for_lines(lines)
    if not (form.validate_on_submit() and form.has_evidence(lines)):
        return _checklist_page(found, form, lines, status=INVALID)
    given, seen = form.answers(lines), form.seen_version
    try:
        actions.answer_checklist(found, given, seen=seen, actor=actor())
    except Stale:
        form.seen.data = str(queries.checklist_version(lines))
        return _checklist_page(found, form, lines, status=Stale.status)
    flash(_("Your answers are stored."))
    return to_project(found)


@maturation.post("/<number:number>/freigabe-beantragen")
def ask_gate(number: str) -> ResponseReturnValue:
    """Ask for the release of the next phase."""
    found = for_change(number)
    actions.ask_gate(found, actor=actor())
    flash(_("The release is asked for. The chair of the steering group decides."))
    return to_project(found)


@maturation.post("/<number:number>/freigabe-zuruecknehmen")
def withdraw_gate(number: str) -> ResponseReturnValue:
    """Take the request back."""
    found = for_change(number)
    actions.withdraw_gate(found, actor=actor())
    flash(_("The request is withdrawn; the answers can be changed again."))
    return to_project(found)


@maturation.route("/<number:number>/freigabe", methods=["GET", "POST"])
def gate(number: str) -> ResponseReturnValue:
    """Read the request and record what was decided."""
    form = GateForm()
    found = (
        for_change(number) if form.is_submitted() else queries.get_project(number, reader=actor())
    )
    rules.may_decide_gate.require(actor(), found)
    status = INVALID if form.is_submitted() else None
    if form.validate_on_submit():
        status = refused(form, lambda: _decide(found, form))
        if not status:
            flash(_decided(found))
            return to_project(found)
    form.asked.data = found.status_since.isoformat()
    return (
        render_template(
            "maturation/gate.html",
            project=found,
            idea=found.idea,
            form=form,
            lines=queries.checklist(found),
            next_phase=next_phase(found.last_phase),
            is_open=found.status == ProjectStatus.IN_GATE,
        ),
        status or 200,
    )


def _decide(project: Project, form: GateForm) -> None:
    try:
        asked_at = datetime.fromisoformat(request.form.get("asked", ""))
    except ValueError:
        asked_at = project.started_at
    verdict = actions.Verdict(GateOutcome(form.outcome.data), form.reason.data, asked_at)
    actions.decide_gate(project, verdict, actor=actor())


def _decided(project: Project) -> str:
    if project.status == ProjectStatus.COMPLETED:
        return _("“%(title)s” is completed.", title=project.idea.title)
    phase, title = project.last_phase.name, project.idea.title
    return _("“%(title)s” is now in “%(phase)s”.", title=title, phase=phase)


def _checklist_page(
    project: Project, form: ChecklistForm, lines: list[queries.Line], *, status: int = 200
) -> ResponseReturnValue:
    page = render_template(
        "maturation/checklist.html",
        project=project,
        idea=project.idea,
        form=form,
        lines=lines,
        is_conflict=status == Stale.status,
        is_open=project.status == ProjectStatus.IN_WORK,
    )
    return page, status
