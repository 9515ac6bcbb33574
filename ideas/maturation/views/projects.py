"""The page of one project, and its reports."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.i18n import _
from ideas.maturation import queries, rules
from ideas.maturation.actions import report_status
from ideas.maturation.forms import ReportForm
from ideas.maturation.views.blueprint import INVALID, for_change, maturation, refused, to_project
from ideas.maturation.workflow import ON_BOARD, TRANSITIONS
from ideas.process.transitions import offered


@maturation.get("/<number:number>")
def project(number: str) -> ResponseReturnValue:
    """Show where the project stands and who has the ball."""
    found = queries.get_project(number, reader=actor())
    on_board = found.status in ON_BOARD
    return render_template(
        "maturation/project.html",
        project=found,
        idea=found.idea,
        lines=queries.checklist(found),
        decisions=queries.decisions_of(found),
        reports=queries.reports_of(found),
        reason="" if on_board else queries.reason_of_state(found),
        steps={step.name for step in offered(TRANSITIONS, found, actor())},
        may_see_owner=rules.may_see_owner(actor(), found),
        may_report=on_board and rules.may_report(actor(), found),
    )


@maturation.route("/<number:number>/bericht", methods=["GET", "POST"])
def report(number: str) -> ResponseReturnValue:
    """Say how it goes."""
    form = ReportForm()
    found = (
        for_change(number) if form.is_submitted() else queries.get_project(number, reader=actor())
    )
    rules.may_report.require(actor(), found)
    status = INVALID if form.is_submitted() else None
    if form.validate_on_submit():
        status = refused(form, lambda: report_status(found, form.report, actor=actor()))
        if not status:
            flash(_("The report is there; author and followers find it in their inbox."))
            return to_project(found)
    return render_template("maturation/report.html", project=found, form=form), status or 200
