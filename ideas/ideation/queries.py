"""Reading ideas: every list and every page goes through the reader's rights."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation.models import Idea
from ideas.ideation.rules import may_read
from ideas.people.models import Person

WITH_NAMES = (joinedload(Idea.author), joinedload(Idea.campaign), joinedload(Idea.topic))


def get_idea(number: str, *, reader: Person, lock: bool = False) -> Idea:
    """Return the idea of this number; with `lock` nobody else changes it meanwhile.

    Raises:
        NotFound: there is none, or the reader may not know of it.
    """
    statement = select(Idea).where(Idea.number == number)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    else:
        statement = statement.options(*WITH_NAMES, joinedload(Idea.phase))
    return _readable(session.scalar(statement), reader)


def get_draft(idea_id: int, *, reader: Person) -> Idea:
    """Return one's own idea by its id, handed in or not.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    idea = session.get(Idea, idea_id, options=WITH_NAMES)
    if idea is not None and idea.author_id != reader.id:
        idea = None
    return _readable(idea, reader)


def _readable(idea: Idea | None, reader: Person) -> Idea:
    if idea is None or not may_read(reader, idea):
        raise NotFound(_("There is no such idea."))
    return idea
