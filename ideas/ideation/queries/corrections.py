"""Reading which reasons were corrected, and how they read now."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import select

from ideas.core.database import session
from ideas.ideation.events import corrected
from ideas.ideation.models import Idea
from ideas.process.models import Entry, Reason
from ideas.process.queries import visible_reason


def corrections_among(entries: Iterable[Entry]) -> dict[int, Entry]:
    """Return the entry that corrects each of these, by the sequence of the corrected one."""
    return {entry.details["corrects"]: entry for entry in entries if entry.event == corrected.name}


def reason_of(entry: Entry, entries: Iterable[Entry]) -> str:
    """Return the public reason of an entry in the words of its last correction among these."""
    by_sequence = corrections_among(entries)
    while entry.sequence in by_sequence:
        entry = by_sequence[entry.sequence]
    return visible_reason(entry.reason)


def corrected_reasons(idea_ids: Collection[int]) -> dict[int, str]:
    """Return how the corrected reasons of these ideas read now, by the entry each was given in."""
    if not idea_ids:
        return {}
    statement = (
        select(Entry.sequence, Entry.details, Reason.public)
        .join(Reason, Reason.entry_sequence == Entry.sequence)
        .where(Entry.subject_kind == Idea.__tablename__, Entry.subject_id.in_(idea_ids))
        .where(Entry.event == corrected.name)
        .order_by(Entry.sequence)
    )
    rows: Iterable[Any] = session.execute(statement)
    first: dict[int, int] = {}
    texts: dict[int, str] = {}
    for sequence, details, public in rows:
        first[sequence] = first.get(details["corrects"], details["corrects"])
        texts[first[sequence]] = public
    return texts
