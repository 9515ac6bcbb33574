"""Reading campaigns, opening and closing them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.i18n import _
from ideas.process.queries import history_of, visible_reason
from ideas.process.transitions import obstacles, offered
from ideas.programme import actions, rules, workflow
from ideas.programme.events import archived, closed, opened, prolonged, reported
from ideas.programme.forms import CloseForm
from ideas.programme.models import Campaign, CampaignStatus
from ideas.programme.queries import get_readable_campaign, readable_campaigns, takes_ideas
from ideas.programme.views.blueprint import programme
from ideas.programme.views.offers import offers_for
from ideas.programme.views.panels import parts_for
from ideas.programme.views.portrait import circle_in_words, days_of, notes_on

OVER = frozenset({CampaignStatus.CLOSED, CampaignStatus.ARCHIVED})


@programme.get("/kampagnen")
def campaigns() -> ResponseReturnValue:
    """List the campaigns and the permanent channel."""
    rules.may_list_campaigns.require(actor())
    found = readable_campaigns(actor())
    return render_template(
        "programme/campaigns.html",
        running=[campaign for campaign in found if campaign.status not in OVER],
        past=[campaign for campaign in found if campaign.status in OVER],
        may_create=rules.may_create_campaign(actor()),
    )


@programme.get("/kampagnen/<id:campaign_id>")
def campaign(campaign_id: int) -> ResponseReturnValue:
    """Show what a campaign asks, wants and promises."""
    person = actor()
    found = get_readable_campaign(campaign_id, reader=person)
    return render_template(
        "programme/campaign.html",
        campaign=found,
        may_hand_in=takes_ideas(found) and rules.may_take_part(person, found),
        may_edit=_may_edit(found),
        is_maker=rules.is_campaign_maker(person),
        is_over=found.status in OVER,
        is_in_preparation=rules.is_in_preparation(person, found),
        steps=_steps(found),
        obstacles=list(obstacles(workflow.open_campaign, found)),
        planning_obstacles=list(obstacles(workflow.schedule_campaign, found)),
        notes=notes_on(found, person),
        days=days_of(found),
        circle=circle_in_words(found),
        parts=parts_for(found, person),
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


def _steps(campaign: Campaign) -> set[str]:
    """Return the names of the steps whose button the person sees."""
    names = {step.name for step in offered(workflow.TRANSITIONS, campaign, actor())}
    if rules.may_report_campaign(actor(), campaign) and campaign.status in OVER:
        names.add("report")
    open_for_it = campaign.status in actions.CAN_GET_MORE_TIME
    has_part = bool(campaign.phase_count) or campaign.status != CampaignStatus.CLOSED
    if rules.may_prolong_campaign(actor(), campaign) and open_for_it and has_part:
        names.add("prolong")
    return names


def _history(campaign: Campaign) -> list[dict[str, object]]:
    """Return what happened to the campaign that its readers should know, and why."""
    shown = (opened, prolonged, closed, reported, archived)
    sentences = {event.name: event.sentence for event in shown}
    return [
        {
            "what": sentences[entry.event],
            "when": entry.recorded_at,
            "reason_html": visible_reason(entry.reason),
        }
        for entry in history_of(campaign)
        if entry.event in sentences
    ]
