"""Reading one idea with what belongs to its page."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup
from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation.events import commented
from ideas.ideation.models import Comment, Follow, Idea, IdeaVersion, Status, Support
from ideas.ideation.rules import is_author, is_draft, may_read
from ideas.people.models import Person
from ideas.process.events import EVENTS
from ideas.process.models import Entry
from ideas.process.queries import history_of, visible_reason

WITH_NAMES = (
    joinedload(Idea.author),
    joinedload(Idea.campaign),
    joinedload(Idea.topic),
    joinedload(Idea.phase),
)


class Said(NamedTuple):
    """A comment as the page prints it."""

    id: int
    html: str
    made_at: datetime
    given_name: str
    family_name: str

    @property
    def markup(self) -> Markup:
        """Return the stored HTML; it was cleaned when it was written."""
        return Markup(self.html)  # noqa: S704 (RichText.write has cleaned it)


class Ties(NamedTuple):
    """What ties a reader to an idea."""

    supports: bool
    follows: bool


def get_idea(number: str, *, reader: Person, lock: bool = False) -> Idea:
    """Return the idea of this number; with `lock` nobody else changes it meanwhile.

    Raises:
        NotFound: there is none, or the reader may not know of it.
    """
    statement = select(Idea).where(Idea.number == number)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    else:
        statement = statement.options(*WITH_NAMES)
    idea = session.scalar(statement)
    if idea is None or not may_read(reader, idea):
        raise NotFound(_("There is no such idea."))
    return idea


def get_draft(idea_id: int, *, reader: Person, lock: bool = False) -> Idea:
    """Return one's own draft.

    Raises:
        NotFound: there is none, it was handed in, or it is somebody else's.
    """
    statement = select(Idea).where(Idea.id == idea_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    else:
        statement = statement.options(*WITH_NAMES)
    idea = session.scalar(statement)
    if idea is None or not (is_author(reader, idea) and is_draft(reader, idea)):
        raise NotFound(_("There is no such draft; perhaps you have handed it in already."))
    return idea


def version_of(idea: Idea, n: int) -> IdeaVersion:
    """Return the idea's text as it stood in this version.

    Raises:
        NotFound: there is none, as before the idea was handed in.
    """
    version = session.get(IdeaVersion, (idea.id, n))
    if version is None:
        raise NotFound(_("There is no such version."))
    return version


def comments_on(idea: Idea) -> Sequence[Said]:
    """Return what was said about the idea, the oldest first."""
    statement = (
        select(Comment.id, Comment.__table__.c.text_html, Comment.made_at)
        .add_columns(Person.given_name, Person.family_name)
        .join(Person, Person.id == Comment.author_id)
        .where(Comment.idea_id == idea.id)
        .order_by(Comment.id)
    )
    return [Said(*row) for row in session.execute(statement)]


def ties(idea: Idea, person: Person) -> Ties:
    """Say whether the person supports and follows the idea."""
    supports = exists().where(Support.idea_id == idea.id, Support.person_id == person.id)
    follows = exists().where(Follow.idea_id == idea.id, Follow.person_id == person.id)
    row = session.execute(select(supports.label("supports"), follows.label("follows"))).one()
    return Ties(bool(row.supports), bool(row.follows))


def steps_of(idea: Idea) -> list[Entry]:
    """Return the idea's history: what moved it or was told to others; comments stand apart."""
    return [entry for entry in history_of(idea) if _is_step(entry)]


def asked(idea: Idea) -> str:
    """Return the question that the author was asked last."""
    questions = [entry for entry in history_of(idea) if entry.to_status == Status.QUERY]
    return visible_reason(questions[-1].reason) if questions else ""


def _is_step(entry: Entry) -> bool:
    told = entry.event in EVENTS and bool(EVENTS[entry.event].tells)
    return bool(entry.to_status or told) and entry.event != commented.name
