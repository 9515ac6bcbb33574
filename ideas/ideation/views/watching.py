"""What a person follows: ideas, and the new ones of a campaign or on a topic."""

from collections.abc import Mapping

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.i18n import _
from ideas.core.paging import paging
from ideas.core.web import page_number, safe_next
from ideas.ideation import actions, rules
from ideas.ideation.queries import Wanted
from ideas.ideation.queries.watching import (
    PAGE,
    followed_campaigns,
    followed_ideas,
    followed_topics,
    watching,
)
from ideas.ideation.views.blueprint import ideation
from ideas.people.models import Person
from ideas.programme.models import Campaign, CampaignStatus
from ideas.programme.queries import get_readable_campaign, get_topic
from ideas.programme.views.offers import Offer, campaign_offers


@ideation.get("/beobachtet")
def watched() -> ResponseReturnValue:
    """Show what I follow, with the way out of each."""
    rules.may_watch.require(actor())
    found = followed_ideas(actor(), page=page_number())
    return render_template(
        "ideation/watched.html",
        ideas=found[:PAGE],
        page=paging(more=len(found) > PAGE),
        campaigns=followed_campaigns(actor()),
        topics=followed_topics(actor()),
    )


@ideation.post("/kampagnen/<id:campaign_id>/beobachten")
def watch_campaign(campaign_id: int) -> ResponseReturnValue:
    """Be told of each new idea of the campaign."""
    campaign = get_readable_campaign(campaign_id, reader=actor())
    actions.watch_campaign(campaign, actor=actor())
    return _back(_("You hear of the new ideas of this campaign in your inbox."))


@ideation.post("/kampagnen/<id:campaign_id>/nicht-mehr-beobachten")
def unwatch_campaign(campaign_id: int) -> ResponseReturnValue:
    """Hear no longer of the campaign's new ideas."""
    campaign = get_readable_campaign(campaign_id, reader=actor())
    actions.unwatch_campaign(campaign, actor=actor())
    return _back(_("You hear no longer of the new ideas of this campaign."))


@ideation.post("/themen/<id:topic_id>/beobachten")
def watch_topic(topic_id: int) -> ResponseReturnValue:
    """Be told of each new idea on the topic."""
    actions.watch_topic(get_topic(topic_id), actor=actor())
    return _back(_("You hear of the new ideas on this topic in your inbox."))


@ideation.post("/themen/<id:topic_id>/nicht-mehr-beobachten")
def unwatch_topic(topic_id: int) -> ResponseReturnValue:
    """Hear no longer of new ideas on the topic."""
    actions.unwatch_topic(get_topic(topic_id), actor=actor())
    return _back(_("You hear no longer of the new ideas on this topic."))


def watches(wanted: Wanted, campaigns: Mapping[int, str], topics: Mapping[int, str]) -> list[Offer]:
    """Return the buttons that fit a list of one campaign or one topic."""
    campaign_id = wanted.campaign_id if wanted.campaign_id in campaigns else None
    topic_id = wanted.topic_id if wanted.topic_id in topics else None
    if campaign_id is None and topic_id is None:
        return []
    now = watching(actor(), campaign_id=campaign_id, topic_id=topic_id)
    back, buttons = request.full_path, []
    if campaign_id is not None:
        buttons.append(Offer(*_campaign_button(campaign_id, watches=now.campaign), back))
    if topic_id is not None:
        label = (
            _("Follow no new ideas on this topic")
            if now.topic
            else _("Follow new ideas on this topic")
        )
        step = "unwatch_topic" if now.topic else "watch_topic"
        buttons.append(Offer(label, url_for(f"ideation.{step}", topic_id=topic_id), back))
    return buttons


def _campaign_button(campaign_id: int, *, watches: bool) -> tuple[str, str]:
    if watches:
        url = url_for("ideation.unwatch_campaign", campaign_id=campaign_id)
        return _("Follow no new ideas of this campaign"), url
    url = url_for("ideation.watch_campaign", campaign_id=campaign_id)
    return _("Follow new ideas of this campaign"), url


def _offer(campaign: Campaign, person: Person) -> Offer | None:
    if campaign.status == CampaignStatus.DRAFT or not rules.may_watch(person):
        return None
    now = watching(person, campaign_id=campaign.id, topic_id=None)
    back = url_for("programme.campaign", campaign_id=campaign.id)
    return Offer(*_campaign_button(campaign.id, watches=now.campaign), back)


def _back(sentence: str) -> ResponseReturnValue:
    flash(sentence)
    return redirect(safe_next(request.form.get("zurueck"), url_for("ideation.watched")), 303)


campaign_offers.append(_offer)
