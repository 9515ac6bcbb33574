"""Hearing of new ideas of a campaign or on a topic; asked for twice, it is there once."""

from sqlalchemy.exc import IntegrityError

from ideas.core.database import session
from ideas.ideation import events, rules
from ideas.ideation.models import CampaignFollow, TopicFollow
from ideas.people.models import Person
from ideas.programme.models import Campaign, Topic

Watch = CampaignFollow | TopicFollow


def watch_campaign(campaign: Campaign, *, actor: Person) -> None:
    """Be told of each new idea of the campaign."""
    rules.may_watch.require(actor)
    if _add(CampaignFollow(campaign_id=campaign.id, person_id=actor.id), campaign.id):
        events.campaign_followed.record(campaign, actor=actor)


def unwatch_campaign(campaign: Campaign, *, actor: Person) -> None:
    """Hear no longer of the campaign's new ideas."""
    rules.may_watch.require(actor)
    if _remove(CampaignFollow, campaign.id, actor):
        events.campaign_unfollowed.record(campaign, actor=actor)


def watch_topic(topic: Topic, *, actor: Person) -> None:
    """Be told of each new idea on the topic."""
    rules.may_watch.require(actor)
    if _add(TopicFollow(topic_id=topic.id, person_id=actor.id), topic.id):
        events.topic_followed.record(topic, actor=actor)


def unwatch_topic(topic: Topic, *, actor: Person) -> None:
    """Hear no longer of new ideas on the topic."""
    rules.may_watch.require(actor)
    if _remove(TopicFollow, topic.id, actor):
        events.topic_unfollowed.record(topic, actor=actor)


def _add(row: Watch, key: int) -> bool:
    """Store the row; say whether it is new."""
    if session.get(type(row), (key, row.person_id)):
        return False
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # the same person was faster in another tab
        return False
    return True


def _remove(kind: type[Watch], key: int, person: Person) -> bool:
    """Delete the row; say whether there was one."""
    found = session.get(kind, (key, person.id), with_for_update=True)
    if found is not None:
        session.delete(found)
    return found is not None
