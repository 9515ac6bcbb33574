"""Reporting what should not stand here, and the queue of coordination and chair."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.i18n import _
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.ideation import actions, rules
from ideas.ideation.forms import ReportForm, SettleForm
from ideas.ideation.models import Comment, Idea, Report, ReportReason
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.reports import PAGE, get_report, objections_for, reports_for
from ideas.ideation.queries.talk import get_comment
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.comments import COMMENT
from ideas.process.queries import history_of, visible_reason

REDACTION = "ideation.redact"


@ideation.route("/ideen/<number:number>/melden", methods=["GET", "POST"])
def report_idea(number: str) -> ResponseReturnValue:
    """Report an idea."""
    found = get_idea(number, reader=actor())
    rules.may_report.require(actor(), found)
    return _report(found, None, url_for("ideation.idea", number=number))


@ideation.route(f"{COMMENT}/melden", methods=["GET", "POST"])
def report_comment(number: str, comment_id: int) -> ResponseReturnValue:
    """Report a comment."""
    comment = get_comment(number, comment_id, reader=actor())
    rules.may_report_comment.require(actor(), comment)
    back = url_for("ideation.said", number=number, comment_id=comment_id)
    return _report(comment.idea, comment, back)


@ideation.get("/meldungen")
def reports() -> ResponseReturnValue:
    """List what was reported, and the objections to hidings."""
    rules.may_see_reports.require(actor())
    settled = request.args.get("stand") == "beantwortet"
    found = reports_for(actor(), settled=settled, page=page_number())
    return render_template(
        "ideation/reports.html",
        reports=found[:PAGE],
        page=paging(more=len(found) > PAGE),
        settled=settled,
        objections=[] if settled else objections_for(actor()),
    )


@ideation.route("/meldungen/<id:report_id>", methods=["GET", "POST"])
def report(report_id: int) -> ResponseReturnValue:
    """Look at what was reported, and answer whoever reported it."""
    rules.may_see_reports.require(actor())
    found = get_report(report_id, reader=actor(), lock=request.method == "POST")
    form = SettleForm()
    if form.validate_on_submit():
        actions.settle_report(found, answer=form.answer.data, actor=actor())
        flash(_("The report is answered."), "success")
        return redirect(url_for("ideation.reports"), 303)
    page = render_template(
        "ideation/report.html",
        report=found,
        form=form,
        answer=visible_reason(history_of(found)[-1].reason) if found.settled_at else "",
        redact_url=_redact_url(found),
    )
    return page, 422 if form.is_submitted() else 200


def _report(idea: Idea, comment: Comment | None, back: str) -> ResponseReturnValue:
    form = ReportForm()
    if form.validate_on_submit():
        reason = ReportReason(form.reason.data)
        actions.report(idea, reason, comment=comment, text=form.text.data or "", actor=actor())
        flash(_("Thank you. The idea coordination looks at it and answers you."), "success")
        return redirect(back, 303)
    name = "ideation/report_comment.html" if comment else "ideation/report_idea.html"
    page = render_template(name, form=form, idea=idea, comment=comment, back=back)
    return page, 422 if form.is_submitted() else 200


def _redact_url(report: Report) -> str | None:
    """Return where data of clients can be blacked out, if this house has such a page."""
    wanted = report.reason == ReportReason.CLIENT_DATA
    if not wanted or REDACTION not in current_app.view_functions:
        return None
    return url_for(REDACTION, number=report.idea.number)
