"""Sending ideas on to other offices, and what comes back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.byways import actions, queries, rules, workflow
from ideas.byways.forms import BACK, AskAgainForm, ForwardForm, OfficeAnswerForm
from ideas.byways.views.blueprint import SIZE, byways, idea_for, must_fit, to_idea
from ideas.core.errors import Invalid
from ideas.core.i18n import _, day
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.ideation.models import Idea
from ideas.programme.views.blocks import insert_block


@byways.get("/steuerung/weitergeleitet")
def forwarded() -> ResponseReturnValue:
    """List what lies with other offices, the next to be asked first."""
    rows = queries.forwarded_ideas(reader=actor(), page=page_number(), size=SIZE)
    page = paging(more=len(rows) > SIZE)
    return render_template("byways/forwarded.html", rows=rows[:SIZE], page=page)


@byways.route("/steuerung/ideen/<number:number>/weiterleiten", methods=["GET", "POST"])
def forward(number: str) -> ResponseReturnValue:
    """Send an idea on."""
    idea = idea_for(number, rules.may_forward)
    must_fit(workflow.forward, idea)
    form = ForwardForm()
    inserted = insert_block(form, "reason")
    if not inserted and form.validate_on_submit():
        try:
            destination, change = form.destination(), form.change.data
            actions.forward_idea(idea, destination, form.reason.data, change=change, actor=actor())
        except Invalid as error:
            form.ask_again_on.errors = [error.message]
        else:
            return to_idea(idea, _("The idea is sent on. The author reads your reason."))
    status = 422 if form.is_submitted() and not inserted else 200
    return render_template("byways/forward.html", idea=idea, form=form), status


@byways.route("/steuerung/ideen/<number:number>/weitergeleitet", methods=["GET", "POST"])
def office_answer(number: str) -> ResponseReturnValue:
    """Enter what the other office said."""
    idea = idea_for(number, rules.may_keep_forwarding)
    must_fit(workflow.note_answer, idea)
    form = OfficeAnswerForm()
    if not form.validate_on_submit():
        return _page(idea, form, AskAgainForm(None), 422 if form.is_submitted() else 200)
    back = form.then.data == BACK
    try:
        actions.note_answer(idea, form.answer.data, take_back=back, actor=actor())
    except Invalid as error:
        form.answer.errors = [error.message]
        return _page(idea, form, AskAgainForm(None), 422)
    return to_idea(idea, _("The answer is entered. Author and followers are told."))


@byways.post("/steuerung/ideen/<number:number>/nachgefragt")
def ask_again(number: str) -> ResponseReturnValue:
    """Note that the office was asked again."""
    idea = idea_for(number, rules.may_keep_forwarding)
    must_fit(workflow.note_answer, idea)
    form = AskAgainForm()
    if not form.validate_on_submit():
        return _page(idea, OfficeAnswerForm(None), form, 422)
    try:
        actions.ask_again(idea, form.ask_again_on.data, actor=actor())
    except Invalid as error:
        form.ask_again_on.errors = [error.message]
        return _page(idea, OfficeAnswerForm(None), form, 422)
    flash(_("Noted. Ask again on %(day)s.", day=day(form.ask_again_on.data)), "success")
    return redirect(url_for("byways.forwarded"), 303)


def _page(
    idea: Idea, form: OfficeAnswerForm, asking: AskAgainForm, status: int
) -> ResponseReturnValue:
    page = render_template(
        "byways/office_answer.html",
        idea=idea,
        forwarding=queries.find_forwarding(idea),
        form=form,
        asking=asking,
    )
    return page, status
