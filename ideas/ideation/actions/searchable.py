"""The one place that writes what search finds of an idea: what all its readers may read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session
from ideas.core.snippets import APART
from ideas.ideation.events import corrected
from ideas.ideation.models import Idea, IdeaText, Status, idea_index, position_of
from ideas.ideation.queries.public_words import DECIDED, Place, public_words
from ideas.process import journal
from ideas.process.journal import Pending

BATCH = 500
ORDER = {place.value: n for n, place in enumerate(Place)}


def make_searchable(ids: Iterable[int]) -> None:
    """Let search find what now stands in these ideas and what is said about them.

    To be called whenever one of these texts or who may read it changes.
    """
    for key, position, texts in _texts(sorted(ids), lock=True):
        idea_index.write(session(), key, texts, position=position)


def outdated(ids: Sequence[int]) -> list[int]:
    """Return those of the ideas of which search knows something else than what stands there."""
    statement = select(IdeaText.id, IdeaText.position, IdeaText.terms, IdeaText.words)
    known = {row.id: row for row in session.execute(statement.where(IdeaText.id.in_(ids)))}
    return [
        key
        for key, position, texts in _texts(ids)
        if (row := known.get(key)) is None
        or (position, idea_index.content(texts)) != (row.position, _content(row))
    ]


def _texts(ids: Sequence[int], *, lock: bool = False) -> Iterator[tuple[int, int, list[str]]]:
    """Yield id, position and texts; the lock lets writers about one idea wait for each other."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        statement = (
            select(Idea.id, Idea.number, Idea.number_year, Idea.number_n, Idea.title)
            .where(Idea.id.in_(batch), Idea.status != Status.DRAFT, Idea.number.is_not(None))
            .order_by(Idea.id)
        )
        rows = session.execute(statement.with_for_update() if lock else statement).all()
        beside = _beside([row.id for row in rows])
        for row in rows:
            position = position_of(row.number_year, row.number_n)
            yield row.id, position, [row.number, row.title, *beside[row.id]]


def _beside(ids: list[int]) -> dict[int, list[str]]:
    """Return what stands below the titles; what was said last stands before what was said first."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = session.execute(public_words(), {"ids": ids, "now": clock.now()})
    for row in sorted(rows, key=lambda row: (ORDER[row.place], -row.n)):
        found[row.idea_id] += row.text.split(APART)
    return found


def _content(row: Any) -> dict[str, str]:
    return {"terms": row.terms, "words": row.words}


def _find_reasons(sealed: Iterable[Pending]) -> None:
    """Let search find the decisions that are told of now."""
    decided = {
        one.subject.id
        for one in sealed
        if isinstance(one.subject, Idea) and one.public and _is_told(one.fields)
    }
    if decided:
        make_searchable(decided)


def _is_told(fields: dict[str, Any]) -> bool:
    return fields["to_status"] in DECIDED or fields["event"] == corrected.name


journal.sealed.append(_find_reasons)
