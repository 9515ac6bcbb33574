"""What the house looks after by itself: broken rules and silent projects."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import contains_eager

from ideas.core import clock
from ideas.core.database import session
from ideas.core.i18n import Lazy, _, _l
from ideas.ideation.models import Idea, ProjectStatus, Status
from ideas.maturation.events import report_missed
from ideas.maturation.models import Project, StatusReport
from ideas.process.models import Entry
from ideas.programme.models import Phase

SILENT_DAYS = 30
ON_BOARD = (ProjectStatus.IN_WORK, ProjectStatus.IN_GATE)


def invariants() -> Iterator[str]:
    """Yield a sentence for every project that breaks a rule of the board."""
    with_idea = select(Project.id, Idea.number).join(Project.idea)
    placed = Project.status.in_(ON_BOARD)
    broken: list[tuple[Lazy, ColumnElement[bool]]] = [
        (_l("is at work but in no phase"), placed & Project.phase_id.is_(None)),
        (_l("is in a phase but not at work"), ~placed & Project.phase_id.is_not(None)),
        (_l("has another phase than its idea"), Idea.phase_id.is_distinct_from(Project.phase_id)),
        (
            _l("has another state than its idea"),
            Idea.project_status.is_distinct_from(Project.status),
        ),
        (_l("belongs to an idea that was not selected"), Idea.status != Status.SELECTED),
        (_l("has lost its last phase"), placed & (Project.last_phase_id != Project.phase_id)),
    ]
    for what, condition in broken:
        for row in session.execute(with_idea.where(condition).order_by(Project.id)):
            yield _("project %(number)s %(problem)s", number=row.number, problem=what)
    archived = with_idea.join(Phase, Phase.id == Project.phase_id)
    for row in session.execute(archived.where(Phase.archived_at.is_not(None))):
        yield _("project %(number)s stands in an archived phase", number=row.number)
    orphans = select(Idea.number).outerjoin(Project, Project.idea_id == Idea.id)
    claims = or_(Idea.project_status.is_not(None), Idea.phase_id.is_not(None))
    for number in session.scalars(orphans.where(Project.id.is_(None), claims)):
        yield _("idea %(number)s claims to be a project but is none", number=number)


def silent_projects() -> list[Project]:
    """Return the projects without a sign of life for a month whose owner was not yet told."""
    last_report = (
        select(func.max(StatusReport.made_at))
        .where(StatusReport.project_id == Project.id)
        .scalar_subquery()
    )
    last_told = (
        select(func.max(Entry.recorded_at))
        .where(Entry.subject_kind == Idea.__tablename__, Entry.subject_id == Project.idea_id)
        .where(Entry.event == report_missed.name)
        .scalar_subquery()
    )
    border = clock.now() - timedelta(days=SILENT_DAYS)
    statement = (
        select(Project)
        .join(Project.idea)
        .options(contains_eager(Project.idea))
        .where(Project.status.in_(ON_BOARD), Project.status_since < border)
        .where(or_(last_report.is_(None), last_report < border))
        .where(
            or_(
                last_told.is_(None),
                (last_told <= Project.status_since) | (last_told <= last_report),
            )
        )
        .order_by(Project.id)
        .with_for_update(of=[Project])
    )
    return list(session.scalars(statement))
