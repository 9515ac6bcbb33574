"""Hearing of new ideas of a campaign or on a topic; asked for twice, it is there once."""

from sqlalchemy.exc import IntegrityError

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation import rules
from ideas.ideation.models import CampaignFollow, TopicFollow
from ideas.people.models import Person
from ideas.programme.models import Campaign, Topic

Watch = CampaignFollow | TopicFollow


def watch_campaign(campaign: Campaign, *, actor: Person) -> None:
    """Be told of each new idea of the campaign."""
    rules.may_watch.require(actor)
    _add(CampaignFollow(campaign_id=campaign.id, person_id=actor.id), campaign.id)


def unwatch_campaign(campaign: Campaign, *, actor: Person) -> None:
    """Hear no longer of the campaign's new ideas."""
    rules.may_watch.require(actor)
    _remove(CampaignFollow, campaign.id, actor)


def watch_topic(topic_id: int, *, actor: Person) -> None:
    """Be told of each new idea on the topic."""
    rules.may_watch.require(actor)
    if session.get(Topic, topic_id) is None:
        raise NotFound(_("There is no such topic."))
    _add(TopicFollow(topic_id=topic_id, person_id=actor.id), topic_id)


def unwatch_topic(topic_id: int, *, actor: Person) -> None:
    """Hear no longer of new ideas on the topic."""
    rules.may_watch.require(actor)
    _remove(TopicFollow, topic_id, actor)


def _add(row: Watch, key: int) -> None:
    if session.get(type(row), (key, row.person_id)):
        return
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # the same person was faster in another tab
        return


def _remove(kind: type[Watch], key: int, person: Person) -> None:
    found = session.get(kind, (key, person.id))
    if found is not None:
        session.delete(found)
