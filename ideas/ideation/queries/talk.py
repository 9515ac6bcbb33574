"""Reading what is said about an idea: threads, earlier texts, why something is hidden."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup
from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import joinedload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation.events import commented, mentioned_later
from ideas.ideation.models import Comment, CommentKind, CommentVersion, Idea
from ideas.ideation.queries.single import get_idea
from ideas.people.models import Person, Role
from ideas.process.models import Entry
from ideas.process.queries import visible_reason

FOLD = 20  # so many threads stand on the page; the earlier ones a click away
ROOT = func.coalesce(Comment.thread_id, Comment.id)


class Said(NamedTuple):
    """A comment as the page prints it."""

    id: int
    idea_id: int
    thread_id: int | None
    author_id: int
    html: str
    made_at: datetime
    kind: CommentKind | None
    spoken_as: Role | None
    edits: int
    deleted_at: datetime | None
    hidden_at: datetime | None
    objected_at: datetime | None
    upheld_at: datetime | None
    given_name: str
    family_name: str

    @property
    def markup(self) -> Markup:
        """Return the stored HTML; it was cleaned when it was written."""
        return Markup(self.html)  # noqa: S704 (RichText.write has cleaned it)

    @property
    def root_id(self) -> int:
        """Return the comment that the thread begins with."""
        return self.thread_id or self.id


OF_IDEAS = Comment.idea_id.in_(bindparam("idea_ids", expanding=True))
NEWEST = (
    select(Comment.id)
    .where(OF_IDEAS, Comment.thread_id.is_(None))
    .order_by(Comment.id.desc())
    .limit(FOLD + 1)
    .subquery()
)
# Asked by every page of an idea, therefore built once.
SAID = (
    select(Comment.id, Comment.idea_id, Comment.thread_id, Comment.author_id)
    .add_columns(Comment.__table__.c.text_html, Comment.made_at, Comment.kind)
    .add_columns(Comment.spoken_as, Comment.edits, Comment.deleted_at, Comment.hidden_at)
    .add_columns(Comment.objected_at, Comment.upheld_at)
    .add_columns(Person.given_name, Person.family_name)
    .join(Person, Person.id == Comment.author_id)
    .where(OF_IDEAS)
    .order_by(ROOT, Comment.id)
)
SAID_LAST = SAID.where(ROOT.in_(select(NEWEST.c.id)))


def comments_on(
    idea: Idea, *, everything: bool = True, parts: Sequence[Idea] = ()
) -> Sequence[Said]:
    """Return what was said about the idea and these parts of it, the newest thread last.

    Not everything means the newest threads, and one before them if there is one.
    """
    statement = SAID if everything or idea.comment_count <= FOLD else SAID_LAST
    ids = [one.id for one in (idea, *parts)]
    return [Said(*row) for row in session.execute(statement, {"idea_ids": ids})]


def get_comment(number: str, comment_id: int, *, reader: Person, lock: bool = False) -> Comment:
    """Return the comment with its idea; with `lock` nobody else changes it meanwhile.

    Raises:
        NotFound: there is none, or the reader may not know of the idea.
    """
    idea = get_idea(number, reader=reader)
    comment = _locked(comment_id) if lock else session.get(Comment, comment_id)
    if comment is None or comment.idea_id != idea.id:
        raise NotFound(_("There is no such comment."))
    comment.idea = idea
    return comment


def is_answered(comment: Comment) -> bool:
    """Say whether somebody else has written after it in its thread."""
    root = comment.thread_id or comment.id
    later = select(Comment.id).where(
        Comment.thread_id == root, Comment.id > comment.id, Comment.author_id != comment.author_id
    )
    return session.scalar(later.limit(1)) is not None


def versions_of(comment: Comment) -> Sequence[CommentVersion]:
    """Return what the comment said earlier, the oldest text first."""
    statement = select(CommentVersion).where(CommentVersion.comment_id == comment.id)
    return session.scalars(statement.order_by(CommentVersion.n)).all()


def moderation_of(comment_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return for each comment what was said last by each step of its moderation."""
    statement = (
        select(Entry)
        .where(Entry.subject_kind == Comment.__tablename__, Entry.subject_id.in_(comment_ids))
        .options(joinedload(Entry.reason))
        .order_by(Entry.sequence)
    )
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for entry in session.scalars(statement):
        found[entry.subject_id][entry.event] = visible_reason(entry.reason)
    return found


def told_of(comment: Comment) -> list[Entry]:
    """Return the entries that told people of the comment, with their notices."""
    statement = select(Entry).where(
        Entry.subject_kind == Idea.__tablename__,
        Entry.subject_id == comment.idea_id,
        Entry.event.in_((commented.name, mentioned_later.name)),
    )
    return [row for row in session.scalars(statement) if row.details["comment"] == comment.id]


def _locked(comment_id: int) -> Comment | None:
    statement = select(Comment).where(Comment.id == comment_id).with_for_update()
    return session.scalar(statement.execution_options(populate_existing=True))
