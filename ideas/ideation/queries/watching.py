"""What a person follows: ideas, campaigns, topics."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import exists, literal, select

from ideas.core.database import session
from ideas.ideation.models import CampaignFollow, Follow, Idea, TopicFollow
from ideas.ideation.rules import readable_by
from ideas.people.models import Person
from ideas.programme.models import Topic
from ideas.programme.queries import campaign_names

PAGE = 25


class Watching(NamedTuple):
    """Whether a person hears of new ideas of a campaign, on a topic."""

    campaign: bool
    topic: bool


def followed_ideas(reader: Person, *, page: int) -> Sequence[Any]:
    """Return a page of the ideas that the reader follows, and one more if there is a next page."""
    statement = (
        select(Idea.number, Idea.title, Idea.status, Idea.project_status, Idea.moved_at)
        .join(Follow, Follow.idea_id == Idea.id)
        .where(Follow.person_id == reader.id, Idea.number.is_not(None), readable_by(reader))
        .order_by(Idea.moved_at.desc(), Idea.id.desc())
    )
    return session.execute(statement.offset((page - 1) * PAGE).limit(PAGE + 1)).all()


def followed_campaigns(reader: Person) -> dict[int, str]:
    """Return the names of the campaigns whose new ideas the reader hears of, by their ids."""
    own = select(CampaignFollow.campaign_id).where(CampaignFollow.person_id == reader.id)
    followed = set(session.scalars(own))
    return {key: name for key, name in campaign_names(reader).items() if key in followed}


def followed_topics(reader: Person) -> dict[int, str]:
    """Return the names of the topics whose new ideas the reader hears of, by their ids."""
    own = select(TopicFollow.topic_id).where(TopicFollow.person_id == reader.id)
    statement = select(Topic.id, Topic.name).where(Topic.id.in_(own)).order_by(Topic.name)
    return dict(session.execute(statement).all())


def watching(person: Person, *, campaign_id: int | None, topic_id: int | None) -> Watching:
    """Say whether the person hears of new ideas of this campaign, on this topic."""
    campaign = exists().where(
        CampaignFollow.campaign_id == campaign_id, CampaignFollow.person_id == person.id
    )
    topic = exists().where(TopicFollow.topic_id == topic_id, TopicFollow.person_id == person.id)
    asked = [
        there if key is not None else literal(value=False)
        for there, key in ((campaign, campaign_id), (topic, topic_id))
    ]
    return Watching(*map(bool, session.execute(select(*asked)).one()))
