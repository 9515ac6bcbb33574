"""Preparing a campaign: its texts and its criteria."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid, Stale
from ideas.core.i18n import _
from ideas.programme import actions, rules
from ideas.programme.actions.house import default_deadlines
from ideas.programme.forms import (
    CampaignForm,
    differences,
    rubric_form,
    stored_campaign,
    stored_rubric,
)
from ideas.programme.queries import get_readable_campaign
from ideas.programme.views.blueprint import programme


@programme.route("/kampagnen/neu", methods=["GET", "POST"])
def create_campaign() -> ResponseReturnValue:
    """Prepare a campaign."""
    rules.may_create_campaign.require(actor())
    usual = {f"days_{row.step}": row.working_days for row in default_deadlines()}
    form = CampaignForm(data=usual)
    if form.validate_on_submit():
        try:
            made = actions.create_campaign(form.texts, days=form.days, actor=actor())
        except Invalid as error:
            form.name.errors = [error.message]
        else:
            flash(_("The campaign is prepared. Only coordination and chair see it so far."))
            return redirect(url_for("programme.campaign", campaign_id=made.id), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("programme/create_campaign.html", form=form), status


@programme.route("/kampagnen/<id:campaign_id>/bearbeiten", methods=["GET", "POST"])
def edit_campaign(campaign_id: int) -> ResponseReturnValue:
    """Change texts, dates and deadlines."""
    campaign = get_readable_campaign(campaign_id, reader=actor())
    rules.may_edit_campaign.require(actor(), campaign)
    stored = stored_campaign(campaign)
    form = CampaignForm(data=stored | {"seen": campaign.version})
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.edit_campaign(
                campaign, form.texts, days=form.days, seen=form.seen_version, actor=actor()
            )
        except Invalid as error:
            form.name.errors = [error.message]
        except Stale:
            status, conflict = 409, differences(form, stored)
            form.seen.data = str(campaign.version)
        else:
            flash(_("The campaign is saved."), "success")
            return redirect(url_for("programme.campaign", campaign_id=campaign_id), 303)
    page = render_template(
        "programme/edit_campaign.html", form=form, campaign=campaign, conflict_rows=conflict
    )
    return page, status


@programme.route("/kampagnen/<id:campaign_id>/bewertungsraster", methods=["GET", "POST"])
def edit_rubric(campaign_id: int) -> ResponseReturnValue:
    """Change the criteria."""
    campaign = get_readable_campaign(campaign_id, reader=actor())
    rules.may_edit_campaign.require(actor(), campaign)
    stored = stored_rubric(campaign)
    form = rubric_form(len(campaign.criteria))(data=stored | {"seen": campaign.version})
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.edit_rubric(campaign, form.criteria, seen=form.seen_version, actor=actor())
        except Stale:
            status, conflict = 409, differences(form, stored)
            form.seen.data = str(campaign.version)
        else:
            flash(_("The criteria are saved."), "success")
            return redirect(url_for("programme.campaign", campaign_id=campaign_id), 303)
    page = render_template(
        "programme/edit_rubric.html", form=form, campaign=campaign, conflict_rows=conflict
    )
    return page, status
