"""Lists of ideas: plain rows in the order of an index, a page at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select

from ideas.core import clock
from ideas.core.database import session
from ideas.core.enums import Labelled
from ideas.core.i18n import _l
from ideas.core.search_words import read_words
from ideas.ideation.models import Idea, SealedAuthor, Status, idea_index
from ideas.ideation.queries.support import shown_support, support_order
from ideas.ideation.rules import authored_by, readable_by
from ideas.people.models import Person

PAGE = 25
FOUND_PAGE = 12  # what was found takes more room: it shows the words around
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
    team_id: int | None = None
    since: date | None = None
    until: date | None = None
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
    Idea.comment_count,
)
ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    Order.NEWEST: (Idea.number_year.desc(), Idea.number_n.desc()),
    Order.MOVED: (Idea.moved_at.desc(), Idea.id.desc()),
}


def ideas_matching(
    wanted: Wanted, *, reader: Person, page: int = 1, size: int | None = None
) -> Sequence[Any]:
    """Return a page of the ideas the reader may read, and one more if there is a next page."""
    size = size or page_size(wanted)
    statement = _filtered(_found(wanted, reader), wanted, reader)
    statement = statement.offset((page - 1) * size).limit(size + 1)
    return session.execute(statement).all()


def page_size(wanted: Wanted) -> int:
    """Return how many ideas a page of the list shows."""
    return FOUND_PAGE if wanted.words else PAGE


def drafts_of(person: Person) -> Sequence[Any]:
    """Return the drafts of which the person is an author, the newest first, with who began them."""
    statement = (
        select(Idea.id, Idea.title, Idea.campaign_id, Idea.moved_at, Idea.author_id)
        .add_columns(Idea.is_sealed, SealedAuthor.posted_on)
        .add_columns(Person.given_name, Person.family_name)
        .join(Idea.author)
        .outerjoin(SealedAuthor, SealedAuthor.idea_id == Idea.id)
        .where(authored_by(person), Idea.status == Status.DRAFT)
        .order_by(Idea.id.desc())
    )
    return session.execute(statement).all()


def _found(wanted: Wanted, reader: Person) -> Rows:
    """Select all ideas in the wanted order, or those that the words find, newest first."""
    matches = idea_index.matching(session(), read_words(wanted.words)) if wanted.words else None
    columns: tuple[Any, ...] = (*COLUMNS, shown_support(reader))
    if matches is None:
        return select(*columns).order_by(*_order(wanted, reader))
    keys = matches.subquery()
    statement = select(*columns).select_from(keys).join(Idea, Idea.id == keys.c.id)
    if wanted.order == Order.NEWEST:
        return statement.order_by(keys.c.position.desc())
    return statement.order_by(*_order(wanted, reader))


def _order(wanted: Wanted, reader: Person) -> tuple[ColumnElement[Any], ...]:
    if wanted.order == Order.SUPPORTED:
        return support_order(reader)
    return ORDERS[wanted.order]


def _filtered(statement: Rows, wanted: Wanted, reader: Person) -> Rows:
    statement = statement.where(Idea.status != Status.DRAFT)
    if not wanted.mine and wanted.status != Status.DUPLICATE:
        statement = statement.where(Idea.status != Status.DUPLICATE)  # its home stands there
    if wanted.mine:
        statement = statement.where(authored_by(reader))
    else:
        statement = statement.where(readable_by(reader))
    return statement.where(*_chosen(wanted))


def _chosen(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    for column, value in (
        (Idea.campaign_id, wanted.campaign_id),
        (Idea.topic_id, wanted.topic_id),
        (Idea.status, wanted.status),
    ):
        if value is not None:
            yield column == value
    if wanted.team_id is not None:
        yield _came_from(wanted.team_id)
    if wanted.since:
        yield Idea.submitted_at >= clock.beginning_of(wanted.since)
    if wanted.until:
        yield Idea.submitted_at < clock.end_of(wanted.until)


def _came_from(team_id: int) -> ColumnElement[bool]:
    """Select the ideas whose author is of this team; a sealed name belongs to none."""
    team = select(Person.id).where(Person.unit_id == team_id, ~Person.is_pseudonym)
    return and_(~Idea.is_sealed, Idea.author_id.in_(team))
