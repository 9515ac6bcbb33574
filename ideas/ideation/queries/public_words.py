"""What every reader of an idea may read of it, in one statement: search finds just that."""

from functools import lru_cache, reduce
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Select,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    union_all,
)

from ideas.core.enums import Labelled
from ideas.core.i18n import _l
from ideas.core.snippets import APART
from ideas.ideation.events import corrected
from ideas.ideation.models import Comment, Idea, IdeaAnswer, Status
from ideas.process.models import Entry, Reason

# These states come with a decision, whose public reason stands in the history.
DECIDED = (
    Status.SELECTED,
    Status.DECLINED,
    Status.DEFERRED,
    Status.FAST_TRACK,
    Status.DONE,
    Status.FORWARDED,
    Status.INADMISSIBLE,
)
IDS: BindParameter[int] = bindparam("ids", expanding=True, literal_execute=True)
NOW = bindparam("now", type_=Reason.visible_from.type)
SOURCES = ("problem_source", "audience_source", "proposal_source", "benefit_source")


class Place(Labelled):
    """Where words were found beside the title, in the order in which a result shows it."""

    TEXT = "text", _l("Text")
    MERGED = "merged", _l("Merged idea")
    REASON = "reason", _l("Reason of the decision")
    COMMENT = "comment", _l("Comment")


IDEA: FromClause = Idea.__table__
PART = IDEA.alias("part")  # an idea that is merged into another
SAID = Comment.shown()


@lru_cache
def public_words(patterns: int = 0) -> Any:
    """Return the statement that wants `ids` and `now`: idea, place, order within it, text.

    With patterns (`like_0`, …) it returns beside the idea's own text only what fits one of them.
    """
    said = Comment.__table__.c.text_source
    merged = (PART.c.merged_into_id.in_(IDS), *_everybody_reads(PART))
    is_seen = or_(Reason.visible_from.is_(None), Reason.visible_from <= NOW)
    came = and_(
        Entry.to_status.in_([status.value for status in DECIDED]),
        Entry.to_status.is_distinct_from(Entry.from_status),
    )
    decided = and_(
        Entry.subject_kind == Idea.__tablename__, or_(came, Entry.event == corrected.name)
    )
    own = _rows(IDEA.c.id, Place.TEXT, IDEA.c.id, _joined(IDEA, SOURCES))
    others = (
        _rows(IdeaAnswer.idea_id, Place.TEXT, IdeaAnswer.question_id, IdeaAnswer.text)
        .where(IdeaAnswer.idea_id.in_(IDS)),
        _rows(PART.c.merged_into_id, Place.MERGED, PART.c.id,
              _joined(PART, ("number", "title", *SOURCES))).where(*merged),
        _rows(Entry.subject_id, Place.REASON, Entry.sequence, Reason.public)
        .join(Entry, Entry.sequence == Reason.entry_sequence)
        .where(Entry.subject_id.in_(IDS), decided, is_seen, Reason.public != ""),
        _rows(Comment.idea_id, Place.COMMENT, Comment.id, said)
        .where(Comment.idea_id.in_(IDS), SAID),
        _rows(PART.c.merged_into_id, Place.COMMENT, Comment.id, said)
        .join(PART, PART.c.id == Comment.idea_id).where(*merged, SAID),
    )  # fmt: skip
    likes = [bindparam(f"like_{n}", type_=Reason.public.type) for n in range(patterns)]
    fitting = [
        one.where(or_(*(one.selected_columns.text.ilike(like) for like in likes))) if likes else one
        for one in others
    ]
    return union_all(own.where(IDEA.c.id.in_(IDS)), *fitting)


def _rows(idea: Any, place: Place, order: Any, text: Any) -> Select[Any]:
    return select(
        idea.label("idea_id"),
        literal(place.value).label("place"),
        order.label("n"),
        text.label("text"),
    )


def _joined(idea: FromClause, names: tuple[str, ...]) -> ColumnElement[str]:
    texts: list[ColumnElement[str]] = [func.coalesce(idea.c[name], "") for name in names]
    return reduce(lambda before, text: before.op("||")(literal(APART)).op("||")(text), texts)


def _everybody_reads(idea: FromClause) -> tuple[ColumnElement[bool], ...]:
    """Say that everybody in the house reads the idea, and not only some who read its home."""
    return idea.c.published_at.is_not(None), idea.c.withheld_at.is_(None), ~idea.c.is_restricted
