"""Who takes part in a campaign, what it asks, and what it tells at its end."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _
from ideas.people.queries import active_people, all_units
from ideas.programme import actions, rules
from ideas.programme.forms import (
    CircleForm,
    QuestionForm,
    ReportForm,
    differences,
    stored_question,
)
from ideas.programme.models import Campaign
from ideas.programme.queries import get_question, get_readable_campaign, questions_of
from ideas.programme.views.blueprint import programme


@programme.route("/kampagnen/<id:campaign_id>/teilnahme", methods=["GET", "POST"])
def choose_circle(campaign_id: int) -> ResponseReturnValue:
    """Choose who takes part."""
    campaign = _campaign(campaign_id)
    rules.may_schedule_campaign.require(actor(), campaign)
    form = CircleForm(data=vars(actions.circle_of(campaign)) | {"seen": campaign.version})
    form.offer(all_units(), active_people())
    if form.validate_on_submit():
        try:
            actions.choose_circle(campaign, form.circle, seen=form.seen_version, actor=actor())
        except (Invalid, NotPossible) as error:
            form.form_errors.append(error.message)
        except Stale as error:
            form.form_errors.append(error.message)
            form.seen.data = str(campaign.version)
        else:
            flash(_("It is saved who takes part."), "success")
            return redirect(url_for("programme.campaign", campaign_id=campaign_id), 303)
    page = render_template("programme/choose_circle.html", form=form, campaign=campaign)
    return page, 422 if form.is_submitted() else 200


@programme.get("/kampagnen/<id:campaign_id>/fragen")
def questions(campaign_id: int) -> ResponseReturnValue:
    """List what the campaign asks."""
    campaign = _asking(campaign_id)
    return render_template(
        "programme/questions.html", campaign=campaign, questions=questions_of(campaign)
    )


@programme.route("/kampagnen/<id:campaign_id>/fragen/neu", methods=["GET", "POST"])
def add_question(campaign_id: int) -> ResponseReturnValue:
    """Ask one question more."""
    campaign, form = _asking(campaign_id), QuestionForm()
    if form.validate_on_submit():
        try:
            actions.add_question(campaign, form.question, actor=actor())
        except Invalid as error:
            form.options.errors = [error.message]
        else:
            flash(_("The question is added."), "success")
            return _list(campaign_id)
    page = render_template("programme/add_question.html", form=form, campaign=campaign)
    return page, 422 if form.is_submitted() else 200


@programme.route("/kampagnen/<id:campaign_id>/fragen/<id:question_id>", methods=["GET", "POST"])
def edit_question(campaign_id: int, question_id: int) -> ResponseReturnValue:
    """Ask differently from now on."""
    campaign = _asking(campaign_id)
    question = get_question(campaign, question_id)
    form = QuestionForm(data=stored_question(question))
    if form.validate_on_submit():
        try:
            actions.edit_question(campaign, question, form.question, actor=actor())
        except Invalid as error:
            form.options.errors = [error.message]
        else:
            flash(_("The question is changed; answers that were handed in stay as they are."))
            return _list(campaign_id)
    page = render_template(
        "programme/edit_question.html", form=form, campaign=campaign, question=question
    )
    return page, 422 if form.is_submitted() else 200


@programme.post("/kampagnen/<id:campaign_id>/fragen/<id:question_id>/entfernen")
def remove_question(campaign_id: int, question_id: int) -> ResponseReturnValue:
    """Ask this no longer."""
    campaign = _asking(campaign_id)
    actions.remove_question(campaign, get_question(campaign, question_id), actor=actor())
    flash(_("The question is removed."))
    return _list(campaign_id)


@programme.post("/kampagnen/<id:campaign_id>/fragen/<id:question_id>/verschieben")
def move_question(campaign_id: int, question_id: int) -> ResponseReturnValue:
    """Ask this earlier or later."""
    campaign = _asking(campaign_id)
    question, step = get_question(campaign, question_id), 1
    if request.form.get("wohin") == "auf":
        step = -1
    actions.move_question(campaign, question, step, actor=actor())
    flash(_("The question is moved."))
    return _list(campaign_id)


@programme.route("/kampagnen/<id:campaign_id>/bericht", methods=["GET", "POST"])
def report_campaign(campaign_id: int) -> ResponseReturnValue:
    """Write what became of a closed campaign."""
    campaign = _campaign(campaign_id)
    rules.may_report_campaign.require(actor(), campaign)
    stored = {"report": campaign.report_source}
    form = ReportForm(data=stored | {"seen": campaign.version})
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.report_campaign(
                campaign, form.report.data, seen=form.seen_version, actor=actor()
            )
        except Stale:
            status, conflict = 409, differences(form, stored)
            form.seen.data = str(campaign.version)
        else:
            flash(_("The report stands on the campaign's page."), "success")
            return redirect(url_for("programme.campaign", campaign_id=campaign_id), 303)
    page = render_template(
        "programme/report_campaign.html", form=form, campaign=campaign, conflict_rows=conflict
    )
    return page, status


def _campaign(campaign_id: int) -> Campaign:
    return get_readable_campaign(campaign_id, reader=actor())


def _asking(campaign_id: int) -> Campaign:
    campaign = _campaign(campaign_id)
    rules.may_edit_campaign.require(actor(), campaign)
    return campaign


def _list(campaign_id: int) -> ResponseReturnValue:
    return redirect(url_for("programme.questions", campaign_id=campaign_id), 303)
