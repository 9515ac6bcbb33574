"""Reading the events that deferred ideas wait for."""

from typing import Any

from sqlalchemy import func, select

from ideas.core.database import session
from ideas.ideation.models import EventTag, Idea, IdeaTag


def open_tags() -> list[EventTag]:
    """Return the events that have not happened yet, by name."""
    statement = select(EventTag).where(EventTag.released_at.is_(None)).order_by(EventTag.name)
    return list(session.scalars(statement))


def tags_with_counts() -> list[Any]:
    """Return the open events by name with the number of ideas that wait for them."""
    waiting = func.count(IdeaTag.idea_id).label("ideas")
    statement = (
        select(EventTag.id, EventTag.name, EventTag.made_at, waiting)
        .outerjoin(IdeaTag, IdeaTag.tag_id == EventTag.id)
        .where(EventTag.released_at.is_(None))
        .group_by(EventTag.id, EventTag.name, EventTag.made_at)
        .order_by(EventTag.name)
    )
    return list(session.execute(statement))


def tag_ids_of(idea: Idea) -> list[int]:
    """Return the ids of the events that the idea waits for."""
    return list(session.scalars(select(IdeaTag.tag_id).where(IdeaTag.idea_id == idea.id)))


def tags_of(idea: Idea) -> list[str]:
    """Return the names of the events that the idea waits for."""
    statement = select(EventTag.name).join(IdeaTag, IdeaTag.tag_id == EventTag.id)
    statement = statement.where(IdeaTag.idea_id == idea.id)
    return list(session.scalars(statement.order_by(EventTag.name)))
