"""Moving a card: forwards through the gate, back with a reason, aside and home again."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.i18n import _
from ideas.maturation import actions, queries, rules
from ideas.maturation.forms import MoveForm, ParkForm, StopForm
from ideas.maturation.models import Project
from ideas.maturation.views.blueprint import INVALID, for_change, maturation, refused, to_project
from ideas.maturation.views.ways import ASK, ways_of
from ideas.maturation.workflow import TRANSITIONS
from ideas.process.transitions import offered
from ideas.programme.queries import phases


@maturation.get("/<number:number>/verschieben")
def move(number: str) -> ResponseReturnValue:
    """Show where the card can go and what is missing for the next phase."""
    found = queries.get_project(number, reader=actor())
    return _move_page(found, MoveForm())


@maturation.post("/<number:number>/verschieben")
def move_now(number: str) -> ResponseReturnValue:
    """Ask for the next phase or go back to an earlier one."""
    found = for_change(number)
    rules.may_move.require(actor(), found)
    form = MoveForm()
    if not form.validate_on_submit():
        return _move_page(found, form, INVALID)
    if status := refused(form, lambda: _move(found, form)):
        return _move_page(found, form, status)
    if form.target.data == ASK:
        flash(_("The release is asked for. The chair of the steering group decides."))
        return to_project(found)
    phase, title = found.last_phase.name, found.idea.title
    flash(_("“%(title)s” is now in “%(phase)s”.", title=title, phase=phase))
    target = url_for("maturation.board", verschoben=found.id)
    return redirect(f"{target}#karte-{found.id}", 303)


@maturation.route("/<number:number>/parken", methods=["GET", "POST"])
def park(number: str) -> ResponseReturnValue:
    """Let the project rest until a day."""
    form = ParkForm()
    found = (
        for_change(number) if form.is_submitted() else queries.get_project(number, reader=actor())
    )
    rules.may_park.require(actor(), found)
    status = INVALID if form.is_submitted() else None
    if form.validate_on_submit():
        seen, until = form.seen_version, form.resume_on.data
        status = refused(
            form,
            lambda: actions.park_project(found, until, form.reason.data, seen=seen, actor=actor()),
        )
        if not status:
            flash(_("“%(title)s” is parked.", title=found.idea.title))
            return to_project(found)
    form.seen.data = str(found.place_version)
    return render_template("maturation/park.html", project=found, form=form), status or 200


@maturation.post("/<number:number>/fortsetzen")
def resume(number: str) -> ResponseReturnValue:
    """Take up a parked project again."""
    found = for_change(number)
    actions.resume_project(found, actor=actor())
    phase, title = found.last_phase.name, found.idea.title
    flash(_("“%(title)s” is now in “%(phase)s”.", title=title, phase=phase))
    return to_project(found)


@maturation.route("/<number:number>/stoppen", methods=["GET", "POST"])
def stop(number: str) -> ResponseReturnValue:
    """End the project with what was learned and with thanks."""
    form = StopForm()
    found = (
        for_change(number) if form.is_submitted() else queries.get_project(number, reader=actor())
    )
    rules.may_stop.require(actor(), found)
    status = INVALID if form.is_submitted() else None
    if form.validate_on_submit():
        seen = form.seen_version
        status = refused(
            form, lambda: actions.stop_project(found, form.farewell, seen=seen, actor=actor())
        )
        if not status:
            flash(_("“%(title)s” is stopped.", title=found.idea.title))
            return to_project(found)
    form.seen.data = str(found.place_version)
    return render_template("maturation/stop.html", project=found, form=form), status or 200


def _move(project: Project, form: MoveForm) -> None:
    seen, target = form.seen_version, form.target.data
    if target == ASK:
        actions.require_place(project, seen)
        actions.ask_gate(project, actor=actor())
        return
    phase = next(phase for phase in phases() if phase.code == target)
    actions.move_back(project, phase, form.reason.data or "", seen=seen, actor=actor())


def _move_page(project: Project, form: MoveForm, status: int = 200) -> ResponseReturnValue:
    form.seen.data = str(project.place_version)
    page = render_template(
        "maturation/move.html",
        project=project,
        idea=project.idea,
        form=form,
        ways=ways_of(project, actor()),
        steps={step.name for step in offered(TRANSITIONS, project, actor())},
    )
    return page, status
