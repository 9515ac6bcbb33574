"""The page on which a coach reads one draft, and the end of it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.i18n import _
from ideas.ideation import actions, rules
from ideas.ideation.forms import RemarkForm
from ideas.ideation.queries import get_coaching
from ideas.ideation.views.blueprint import ideation


@ideation.route("/ideen/coaching/<id:coaching_id>", methods=["GET", "POST"])
def coaching(coaching_id: int) -> ResponseReturnValue:
    """Show the coach the draft, and take the remark."""
    row = get_coaching(coaching_id, reader=actor(), lock=request.method == "POST")
    if not rules.may_coach(actor(), row) and request.method == "GET":
        return redirect(url_for("ideation.company", idea_id=row.idea_id))
    form = RemarkForm(remark=row.remark)
    if form.validate_on_submit():
        actions.write_remark(row, form.remark.data, actor=actor())
        flash(_("Thank you. Your remark is there."), "success")
        return redirect(url_for("ideation.coaching", coaching_id=row.id), 303)
    rules.may_coach.require(actor(), row)
    page = render_template("ideation/coaching.html", row=row, idea=row.idea, form=form)
    return page, 422 if form.is_submitted() else 200


@ideation.post("/ideen/coaching/<id:coaching_id>/beenden")
def end_coaching(coaching_id: int) -> ResponseReturnValue:
    """End the coaching, from either side."""
    row = get_coaching(coaching_id, reader=actor(), lock=True)
    idea, is_coach = row.idea, rules.is_participant(actor(), row)
    actions.end_coaching(row, actor=actor())
    flash(_("The coaching is ended."))
    if is_coach:
        return redirect(url_for("home.start"), 303)
    return redirect(url_for("ideation.company", idea_id=idea.id), 303)
