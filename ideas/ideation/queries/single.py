"""Reading one idea with what belongs to its page."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload

from ideas.attachments.models import Attachment
from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation.events import answered, commented, mentioned_later
from ideas.ideation.models import Follow, Idea, IdeaFile, IdeaVersion, Status, Support, family_ids
from ideas.ideation.queries.corrections import reason_of
from ideas.ideation.queries.support import may_be_hidden, shown_support
from ideas.ideation.rules import authored_by, is_author, is_draft, may_read
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

TALK = frozenset({commented.name, mentioned_later.name})


class Ties(NamedTuple):
    """What ties a reader to an idea, and the number of supporters if it is not hidden."""

    supports: bool
    follows: bool
    supporters: int | None


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
    """Return a draft of which the reader is an author.

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


def find_draft(form_key: str, *, reader: Person) -> Idea | None:
    """Return one's own draft that came from this form, locked, or None."""
    own = authored_by(reader), Idea.status == Status.DRAFT
    statement = select(Idea).where(Idea.form_key == form_key, *own)
    return session.scalar(statement.with_for_update())


def version_of(idea: Idea, n: int) -> IdeaVersion:
    """Return the idea's text as it stood in this version.

    Raises:
        NotFound: there is none, as before the idea was handed in.
    """
    version = session.get(IdeaVersion, (idea.id, n))
    if version is None:
        raise NotFound(_("There is no such version."))
    return version


def files_of(idea: Idea) -> Sequence[Attachment]:
    """Return the idea's files in the order they came; asks the database only if there are any."""
    if not idea.file_count:
        return []
    statement = select(Attachment).join(IdeaFile, IdeaFile.attachment_id == Attachment.id)
    return session.scalars(
        statement.where(IdeaFile.idea_id == idea.id).order_by(Attachment.id)
    ).all()


def get_file(idea: Idea, token: str) -> Attachment:
    """Return a file of an idea the reader may read.

    Raises:
        NotFound: the idea has no such file.
    """
    statement = select(Attachment).join(IdeaFile, IdeaFile.attachment_id == Attachment.id)
    file = session.scalar(statement.where(IdeaFile.idea_id == idea.id, Attachment.token == token))
    if file is None:
        raise NotFound(_("There is no such file."))
    return file


def ties(idea: Idea, person: Person) -> Ties:
    """Say whether the person supports and follows the idea, and what she sees of its support.

    Ideas that are merged into it count with it.
    """
    family = family_ids(idea)
    supports = exists().where(Support.idea_id.in_(family), Support.person_id == person.id)
    follows = exists().where(Follow.idea_id.in_(family), Follow.person_id == person.id)
    statement = select(supports.label("supports"), follows.label("follows"))
    if may_be_hidden(idea, person):
        statement = statement.add_columns(shown_support(person)).where(Idea.id == idea.id)
        row = session.execute(statement).one()
        return Ties(bool(row.supports), bool(row.follows), row.support_count)
    row = session.execute(statement).one()
    return Ties(bool(row.supports), bool(row.follows), idea.support_count)


def steps_of(idea: Idea) -> list[Entry]:
    """Return the idea's history: what moved it or was told to others; comments stand apart."""
    return [entry for entry in history_of(idea) if _is_step(entry)]


def questions_to(idea: Idea) -> list[tuple[str, str]]:
    """Return the questions that the author was asked, each with its answer; "" if none came."""
    talk: list[tuple[str, str]] = []
    entries = history_of(idea)
    for entry in entries:
        if entry.to_status == Status.QUERY:
            talk.append((reason_of(entry, entries), ""))
        elif entry.event == answered.name and talk:
            talk[-1] = (talk[-1][0], visible_reason(entry.reason))
    return talk


def words_of(idea: Idea, what: str) -> str:
    """Return what was said last with this event, or as the idea came into this state."""
    entries = history_of(idea)
    said = [
        entry
        for entry in entries
        if entry.event == what or (entry.to_status == what != entry.from_status)
    ]
    return reason_of(said[-1], entries) if said else ""


def _is_step(entry: Entry) -> bool:
    told = entry.event in EVENTS and bool(EVENTS[entry.event].tells)
    return bool(entry.to_status or told) and entry.event not in TALK
