"""What became of a campaign's ideas: how many stand where, and each decision with its reason."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from ideas.core import clock
from ideas.core.database import session
from ideas.ideation.models import Idea, Status
from ideas.ideation.queries.corrections import corrected_reasons
from ideas.ideation.rules import readable_by
from ideas.people.models import Person
from ideas.process.models import Entry, Reason
from ideas.programme.models import Campaign

DECIDED = (Status.SELECTED, Status.DEFERRED, Status.DECLINED, Status.INADMISSIBLE)
MOST = 100


class Outcome(NamedTuple):
    """An idea that was answered, and what its readers were told."""

    number: str
    title: str
    status: Status
    reason: str


def counts_of(campaign: Campaign, *, reader: Person) -> dict[Status, int]:
    """Return how many of the ideas that the reader may read stand where."""
    statement = (
        select(Idea.status, func.count())
        .where(Idea.campaign_id == campaign.id, Idea.number.is_not(None), readable_by(reader))
        .group_by(Idea.status)
    )
    found = dict(iter(session.execute(statement)))
    return {status: found[status] for status in Status if status in found}


def outcomes_of(campaign: Campaign, *, reader: Person) -> list[Outcome]:
    """Return the answered ideas with their public reasons, in the order of the outcomes."""
    last = (
        select(func.max(Entry.sequence))
        .where(Entry.subject_kind == Idea.__tablename__, Entry.subject_id == Idea.id)
        .where(Entry.to_status == Idea.status)
        .correlate(Idea)
        .scalar_subquery()
    )
    statement = (
        select(Idea.id, Idea.number, Idea.title, Idea.status, Idea.correction_count)
        .add_columns(Reason.entry_sequence, Reason.public, Reason.visible_from)
        .outerjoin(Reason, Reason.entry_sequence == last)
        .where(Idea.campaign_id == campaign.id, Idea.status.in_(DECIDED), readable_by(reader))
        .order_by(Idea.number_year, Idea.number_n)
        .limit(MOST)
    )
    rows = session.execute(statement).all()
    texts = corrected_reasons([row.id for row in rows if row.correction_count])
    found = []
    for row in rows:
        text = texts.get(row.entry_sequence, row.public)
        found.append(Outcome(row.number, row.title, row.status, _visible(text, row.visible_from)))
    return sorted(found, key=lambda outcome: DECIDED.index(outcome.status))


def _visible(text: str | None, visible_from: datetime | None) -> str:
    return text or "" if visible_from is None or visible_from <= clock.now() else ""
