"""Reading campaigns, opening and closing them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.i18n import _
from ideas.process.queries import history_of, visible_reason
from ideas.process.transitions import obstacles, offered
from ideas.programme import actions, rules, workflow
from ideas.programme.events import closed, opened
from ideas.programme.forms import CloseForm
from ideas.programme.models import Campaign, CampaignStatus
from ideas.programme.queries import get_readable_campaign, readable_campaigns, takes_ideas
from ideas.programme.views.blueprint import programme
from ideas.programme.views.offers import offers_for


@programme.get("/kampagnen")
def campaigns() -> ResponseReturnValue:
    """List the campaigns and the permanent channel."""
    rules.may_list_campaigns.require(actor())
    found = readable_campaigns(actor())
    return render_template(
        "programme/campaigns.html",
        running=[campaign for campaign in found if campaign.status != CampaignStatus.CLOSED],
        past=[campaign for campaign in found if campaign.status == CampaignStatus.CLOSED],
        may_create=rules.may_create_campaign(actor()),
    )


@programme.get("/kampagnen/<id:campaign_id>")
def campaign(campaign_id: int) -> ResponseReturnValue:
    """Show what a campaign asks, wants and promises."""
    found = get_readable_campaign(campaign_id, reader=actor())
    return render_template(
        "programme/campaign.html",
        campaign=found,
        takes_ideas=takes_ideas(found),
        may_edit=_may_edit(found),
        steps=[step.name for step in offered(workflow.TRANSITIONS, found, actor())],
        obstacles=list(obstacles(workflow.open_campaign, found)),
        history=_history(found),
        offers=offers_for(found, actor()),
    )


@programme.post("/kampagnen/<id:campaign_id>/oeffnen")
def open_campaign(campaign_id: int) -> ResponseReturnValue:
    """Let ideas come in."""
    actions.open_campaign(get_readable_campaign(campaign_id, reader=actor()), actor=actor())
    flash(_("The campaign is open."), "success")
    return redirect(url_for("programme.campaign", campaign_id=campaign_id), 303)


@programme.route("/kampagnen/<id:campaign_id>/schliessen", methods=["GET", "POST"])
def close_campaign(campaign_id: int) -> ResponseReturnValue:
    """Take no more ideas, with a reason."""
    found = get_readable_campaign(campaign_id, reader=actor())
    rules.may_close_campaign.require(actor(), found)
    form = CloseForm()
    if form.validate_on_submit():
        actions.close_campaign(found, reason=form.reason.data, actor=actor())
        flash(_("The campaign is closed."), "success")
        return redirect(url_for("programme.campaign", campaign_id=campaign_id), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("programme/close_campaign.html", form=form, campaign=found), status


def _may_edit(campaign: Campaign) -> bool:
    return campaign.status == CampaignStatus.DRAFT and rules.may_edit_campaign(actor(), campaign)


def _history(campaign: Campaign) -> list[dict[str, object]]:
    """Return when the campaign was opened and closed, and why."""
    sentences = {event.name: event.sentence for event in (opened, closed)}
    return [
        {
            "what": sentences[entry.event],
            "when": entry.recorded_at,
            "reason_html": visible_reason(entry.reason),
        }
        for entry in history_of(campaign)
        if entry.event in sentences
    ]
