"""Lists of ideas: plain rows in the order of an index, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from ideas.core.database import session
from ideas.core.enums import Labelled
from ideas.core.i18n import _l
from ideas.ideation.models import Idea, SealedAuthor, Status, idea_index
from ideas.ideation.rules import readable_by, written_by
from ideas.people.models import Person

PAGE = 25
Rows = Select[*tuple[Any, ...]]


class Order(Labelled):
    """In which order a list stands."""

    NEWEST = "neueste", _l("newest first")
    MOVED = "bewegt", _l("moved last first")
    SUPPORTED = "unterstuetzt", _l("most support first")


@dataclass(frozen=True)
class Wanted:
    """Which ideas a list shows."""

    words: str = ""
    campaign_id: int | None = None
    topic_id: int | None = None
    status: Status | None = None
    mine: bool = False
    order: Order = Order.NEWEST


COLUMNS = (
    Idea.id,
    Idea.number,
    Idea.title,
    Idea.status,
    Idea.project_status,
    Idea.campaign_id,
    Idea.topic_id,
    Idea.phase_id,
    Idea.submitted_at,
    Idea.moved_at,
    Idea.support_count,
    Idea.comment_count,
)
ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    Order.NEWEST: (Idea.number_year.desc(), Idea.number_n.desc()),
    Order.MOVED: (Idea.moved_at.desc(), Idea.id.desc()),
    Order.SUPPORTED: (Idea.support_count.desc(), Idea.id.desc()),
}


def ideas_matching(
    wanted: Wanted, *, reader: Person, page: int = 1, size: int = PAGE
) -> Sequence[Any]:
    """Return a page of the ideas the reader may read, and one more if there is a next page."""
    statement = _filtered(_found(wanted), wanted, reader)
    statement = statement.offset((page - 1) * size).limit(size + 1)
    return session.execute(statement).all()


def drafts_of(person: Person) -> Sequence[Any]:
    """Return one's own drafts, the newest first."""
    statement = (
        select(Idea.id, Idea.title, Idea.campaign_id, Idea.moved_at, Idea.is_sealed)
        .add_columns(SealedAuthor.posted_on)
        .outerjoin(SealedAuthor)
        .where(written_by(person), Idea.status == Status.DRAFT)
        .order_by(Idea.id.desc())
    )
    return session.execute(statement).all()


def _found(wanted: Wanted) -> Rows:
    """Select all ideas in the wanted order, or those that the words find, newest first."""
    matches = idea_index.matching(session(), wanted.words) if wanted.words else None
    if matches is None:
        return select(*COLUMNS).order_by(*ORDERS[wanted.order])
    keys = matches.subquery()
    (key,) = keys.c
    statement = select(*COLUMNS).select_from(keys).join(Idea, Idea.id == key)
    if wanted.order == Order.NEWEST:
        return statement.order_by(key.desc())
    return statement.order_by(*ORDERS[wanted.order])


def _filtered(statement: Rows, wanted: Wanted, reader: Person) -> Rows:
    statement = statement.where(Idea.status != Status.DRAFT)
    if wanted.mine:
        statement = statement.where(written_by(reader))
    else:
        statement = statement.where(readable_by(reader))
    if wanted.campaign_id is not None:
        statement = statement.where(Idea.campaign_id == wanted.campaign_id)
    if wanted.topic_id is not None:
        statement = statement.where(Idea.topic_id == wanted.topic_id)
    if wanted.status is not None:
        statement = statement.where(Idea.status == wanted.status)
    return statement
