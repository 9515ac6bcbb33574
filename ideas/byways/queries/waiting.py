"""Reading what is deferred, until when and until what."""

from typing import Any

from sqlalchemy import select

from ideas.byways import rules
from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation.models import EventTag, Idea, IdeaTag, Status
from ideas.people.models import Person


def get_tag(tag_id: int, *, lock: bool = False) -> EventTag:
    """Return the event.

    Raises:
        NotFound: there is none.
    """
    statement = select(EventTag).where(EventTag.id == tag_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    tag = session.scalar(statement)
    if tag is None:
        raise NotFound(_("There is no such event."))
    return tag


def ideas_waiting_for(tag: EventTag) -> list[Idea]:
    """Return the deferred ideas that wait for the event, locked for the change."""
    statement = (
        select(Idea)
        .join(IdeaTag, IdeaTag.idea_id == Idea.id)
        .where(IdeaTag.tag_id == tag.id, Idea.status == Status.DEFERRED)
        .order_by(Idea.id)
        .with_for_update(of=Idea)
        .execution_options(populate_existing=True)
    )
    return list(session.scalars(statement))


def deferred_ideas(*, reader: Person, page: int, size: int) -> list[tuple[Any, list[str]]]:
    """Return a page of the deferred ideas with the names of their events, the next first."""
    rules.may_keep_tags.require(reader)
    statement = (
        select(Idea.id, Idea.number, Idea.title, Idea.deferred_until)
        .where(Idea.status == Status.DEFERRED)
        .order_by(Idea.deferred_until, Idea.id)
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    rows = session.execute(statement).all()
    names: dict[int, list[str]] = {row.id: [] for row in rows}
    tagged = (
        select(IdeaTag.idea_id, EventTag.name)
        .join(EventTag, EventTag.id == IdeaTag.tag_id)
        .where(IdeaTag.idea_id.in_(names))
        .order_by(EventTag.name)
    )
    for idea_id, name in session.execute(tagged):
        names[idea_id].append(name)
    return [(row, names[row.id]) for row in rows]
