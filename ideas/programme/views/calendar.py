"""A campaign's days: planning it, its phases, more time, archiving, and the next one like it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid, Stale
from ideas.core.i18n import _
from ideas.programme import actions, rules
from ideas.programme.forms import CopyForm, ProlongForm, differences, phases_form, stored_phases
from ideas.programme.models import Campaign
from ideas.programme.queries import get_readable_campaign
from ideas.programme.views.blueprint import programme


@programme.post("/kampagnen/<id:campaign_id>/planen")
def schedule_campaign(campaign_id: int) -> ResponseReturnValue:
    """Let the campaign open by itself on its first day."""
    actions.schedule_campaign(_campaign(campaign_id), actor=actor())
    flash(_("The campaign is scheduled; it opens by itself on its first day."), "success")
    return _back(campaign_id)


@programme.post("/kampagnen/<id:campaign_id>/zurueckholen")
def take_back_campaign(campaign_id: int) -> ResponseReturnValue:
    """Take a scheduled campaign back into preparation."""
    actions.take_back_campaign(_campaign(campaign_id), actor=actor())
    flash(_("The campaign is in preparation again."))
    return _back(campaign_id)


@programme.post("/kampagnen/<id:campaign_id>/archivieren")
def archive_campaign(campaign_id: int) -> ResponseReturnValue:
    """Put a closed campaign away."""
    actions.archive_campaign(_campaign(campaign_id), actor=actor())
    flash(_("The campaign is archived. Its page stays readable."), "success")
    return _back(campaign_id)


@programme.route("/kampagnen/<id:campaign_id>/phasen", methods=["GET", "POST"])
def edit_phases(campaign_id: int) -> ResponseReturnValue:
    """Plan the phases of a campaign in preparation."""
    campaign = _campaign(campaign_id)
    rules.may_schedule_campaign.require(actor(), campaign)
    stored = stored_phases(campaign)
    form = phases_form(len(campaign.phases))(data=stored | {"seen": campaign.version})
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.edit_phases(campaign, form.phases, seen=form.seen_version, actor=actor())
        except Invalid as error:
            form.form_errors.append(error.message)
        except Stale:
            status, conflict = 409, differences(form, stored)
            form.seen.data = str(campaign.version)
        else:
            flash(_("The phases are saved."), "success")
            return _back(campaign_id)
    page = render_template(
        "programme/edit_phases.html", form=form, campaign=campaign, conflict_rows=conflict
    )
    return page, status


@programme.route("/kampagnen/<id:campaign_id>/verlaengern", methods=["GET", "POST"])
def prolong_campaign(campaign_id: int) -> ResponseReturnValue:
    """Give the campaign or a phase more time, with a reason that everybody reads."""
    campaign = _campaign(campaign_id)
    rules.may_prolong_campaign.require(actor(), campaign)
    form = ProlongForm()
    form.offer(campaign, campaign.phases)
    if form.validate_on_submit():
        try:
            _prolong(campaign, form)
        except Invalid as error:
            form.until.errors = [error.message]
        else:
            flash(_("There is more time now; everybody who takes part is told."), "success")
            return _back(campaign_id)
    page = render_template("programme/prolong_campaign.html", form=form, campaign=campaign)
    return page, 422 if form.is_submitted() else 200


@programme.route("/kampagnen/<id:campaign_id>/kopieren", methods=["GET", "POST"])
def copy_campaign(campaign_id: int) -> ResponseReturnValue:
    """Prepare the next campaign like this one."""
    campaign = _campaign(campaign_id)
    rules.may_create_campaign.require(actor())
    form = CopyForm()
    if form.validate_on_submit():
        try:
            made = actions.copy_campaign(
                campaign, form.name.data, form.opens_on.data, actor=actor()
            )
        except Invalid as error:
            form.name.errors = [error.message]
        else:
            flash(_("The campaign is prepared. Only coordination and chair see it so far."))
            return _back(made.id)
    page = render_template("programme/copy_campaign.html", form=form, campaign=campaign)
    return page, 422 if form.is_submitted() else 200


def _prolong(campaign: Campaign, form: ProlongForm) -> None:
    until, reason, phase_id = form.until.data, form.reason.data, form.phase_id
    if phase_id is None:
        actions.prolong_campaign(campaign, until, reason=reason, actor=actor())
    else:
        actions.prolong_phase(campaign, phase_id, until, reason=reason, actor=actor())


def _campaign(campaign_id: int) -> Campaign:
    return get_readable_campaign(campaign_id, reader=actor())


def _back(campaign_id: int) -> ResponseReturnValue:
    return redirect(url_for("programme.campaign", campaign_id=campaign_id), 303)
