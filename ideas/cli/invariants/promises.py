"""What must hold of promised days that pause and of reasons that were corrected."""

from collections.abc import Iterator

from sqlalchemy import func, or_, select

from ideas.cli.invariants.finding import each
from ideas.ideation.models import Idea, ProjectStatus, Status
from ideas.process.models import Entry

CAUSES = (Status.QUERY, Status.DUPLICATE)  # a merged idea may come back to its question


def pauses() -> Iterator[str]:
    """A promise pauses while a question is open or a project is parked, and at no other time."""
    running = select(Idea.id).where(Idea.status == Status.QUERY, Idea.paused_on.is_(None))
    yield from each("Idee {} wartet auf eine Antwort, und ihre Zusage läuft weiter.", running)
    parked = Idea.project_status == ProjectStatus.PARKED
    has_cause = or_(Idea.status.in_(CAUSES), func.coalesce(parked, False))
    paused = select(Idea.id).where(Idea.paused_on.is_not(None), ~has_cause)
    yield from each("Idee {}: Die Zusage ist ohne Anlass angehalten.", paused)


def corrections() -> Iterator[str]:
    """The number of corrections is the one that the journal tells of."""
    told = (
        select(func.count())
        .select_from(Entry)
        .where(Entry.subject_kind == Idea.__tablename__, Entry.subject_id == Idea.id)
        .where(Entry.event == "idea.corrected")
        .correlate(Idea)
        .scalar_subquery()
    )
    differ = select(Idea.id, Idea.correction_count, told).where(Idea.correction_count != told)
    yield from each("Idee {} zählt {} Berichtigungen, im Protokoll stehen {}.", differ)
