"""What must hold of ideas, their counters, numbers and texts."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, and_, func, or_, select, true
from sqlalchemy.orm import aliased

from ideas.cli.invariants.finding import each
from ideas.core.numbers import Series
from ideas.ideation.models import (
    Comment,
    Idea,
    IdeaFile,
    IdeaVersion,
    ProjectStatus,
    Status,
    Support,
)
from ideas.process.models import Entry

UNPUBLISHED = (Status.DRAFT, Status.SUBMITTED, Status.WITHDRAWN, Status.INADMISSIBLE)


def counters() -> Iterator[str]:
    """The stored counts equal a recount, with those of merged ideas, each person once."""
    part = aliased(Idea)
    parts = select(part.id).where(part.merged_into_id == Idea.id).correlate(Idea)
    for word, column, rows, counts in (
        ("Kommentare", Idea.comment_count, Comment, Comment.shown()),
        ("Dateien", Idea.file_count, IdeaFile, IdeaFile.idea_id == Idea.id),
        ("Unterstützungen", Idea.support_count, Support, true()),
    ):
        here = or_(rows.idea_id == Idea.id, rows.idea_id.in_(parts))
        each_once = func.count(Support.person_id.distinct()) if rows is Support else func.count()
        own = select(each_once).select_from(rows).where(here, counts)
        counted = own.correlate(Idea).scalar_subquery()
        differ = select(Idea.id, column, counted).where(column != counted)
        yield from each(f"Idee {{}} zählt {{}} {word}, es sind {{}}.", differ)


def states() -> Iterator[str]:
    """The state is the one that the journal tells of last."""
    yield from each(
        "Idee {}: Der Status ist {}, das Protokoll sagt {}.",
        _differing(Idea.status, [state.value for state in Status]),
    )
    yield from each(
        "Idee {}: Der Stand des Vorhabens ist {}, das Protokoll sagt {}.",
        _differing(Idea.project_status, [state.value for state in ProjectStatus]),
    )
    hidden = select(Idea.id).where(Idea.status.not_in(UNPUBLISHED), Idea.published_at.is_(None))
    yield from each("Idee {} ist in Arbeit und doch nicht veröffentlicht.", hidden)
    shown = select(Idea.id).where(Idea.status == Status.DRAFT, Idea.published_at.is_not(None))
    yield from each("Idee {} ist ein Entwurf und doch veröffentlicht.", shown)


def numbers() -> Iterator[str]:
    """Whatever was handed in has a number, and no series is behind what it has given out."""
    handed_in = Idea.submitted_at.is_not(None)
    unnumbered = select(Idea.id).where(handed_in != Idea.number.is_not(None))
    yield from each("Idee {}: Nummer und Eingang passen nicht zusammen.", unnumbered)
    behind = (
        select(Series.year, Series.last, func.max(Idea.number_n))
        .join(Idea, Idea.number_year == Series.year)
        .where(Series.name == "idea")
        .group_by(Series.year, Series.last)
        .having(func.max(Idea.number_n) > Series.last)
    )
    yield from each("Die Nummern von {} stehen bei {}, vergeben ist schon {}.", behind)


def texts() -> Iterator[str]:
    """The newest version is the text that is shown."""
    newest = and_(IdeaVersion.idea_id == Idea.id, IdeaVersion.n == Idea.text_version)
    unlike = (
        select(Idea.id)
        .outerjoin(IdeaVersion, newest)
        .where(Idea.submitted_at.is_not(None))
        .where(IdeaVersion.title.is_distinct_from(Idea.title))
    )
    yield from each("Idee {} zeigt einen anderen Text als ihre letzte Fassung.", unlike)


def _differing(column: Any, values: list[str]) -> Select[Any]:
    latest = (
        select(Entry.to_status)
        .where(Entry.subject_kind == Idea.__tablename__, Entry.subject_id == Idea.id)
        .where(Entry.to_status.in_(values))
        .order_by(Entry.sequence.desc())
        .limit(1)
        .correlate(Idea)
        .scalar_subquery()
    )
    return select(Idea.id, column, latest).where(latest != column)
