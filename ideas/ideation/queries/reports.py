"""Reading what was reported; nobody moderates what was said about a text of one's own."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import joinedload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation.models import Comment, Idea, Report
from ideas.ideation.rules import authored_by, may_see_reports, may_settle_report
from ideas.ideation.sealing import identities
from ideas.people.models import Person

PAGE = 25


def reports_for(reader: Person, *, settled: bool, page: int) -> Sequence[Report]:
    """Return a page of the reports: open ones oldest first, settled ones newest first."""
    statement = _reports(reader).options(
        joinedload(Report.idea), joinedload(Report.comment), joinedload(Report.reporter)
    )
    if settled:
        statement = statement.where(Report.settled_at.is_not(None)).order_by(Report.id.desc())
    else:
        statement = statement.where(Report.settled_at.is_(None)).order_by(Report.id)
    return session.scalars(statement.offset((page - 1) * PAGE).limit(PAGE + 1)).all()


def get_report(report_id: int, *, reader: Person, lock: bool = False) -> Report:
    """Return the report with what it is about; with `lock` nobody else settles it meanwhile.

    Raises:
        NotFound: there is none, or the reader may not know of it.
    """
    together = joinedload(Report.idea), joinedload(Report.comment).joinedload(Comment.author)
    statement = select(Report).where(Report.id == report_id).options(*together)
    if lock:
        statement = statement.with_for_update(of=Report)
    report = session.scalar(statement.execution_options(populate_existing=lock))
    if report is None or not may_settle_report(reader, report):
        raise NotFound(_("There is no such report."))
    return report


def open_report(reporter: Person, idea: Idea, comment: Comment | None) -> Report | None:
    """Return the person's own report of the same thing that still waits for an answer."""
    same = Report.comment_id == comment.id if comment else Report.comment_id.is_(None)
    own = select(Report).where(Report.reporter_id == reporter.id, Report.idea_id == idea.id, same)
    return session.scalar(own.where(Report.settled_at.is_(None)).limit(1))


def objections_for(reader: Person) -> Sequence[Comment]:
    """Return the hidden comments whose writers ask to show them again, the oldest first."""
    statement = select(Comment).where(_waits(reader)).order_by(Comment.objected_at)
    return session.scalars(statement.options(joinedload(Comment.idea))).all()


def moderation_tasks(person: Person) -> tuple[int, int]:
    """Count the open reports and the open objections that the person may settle."""
    if not may_see_reports(person):
        return 0, 0
    reports = _reports(person).where(Report.settled_at.is_(None))
    counted = select(func.count()).select_from(reports.with_only_columns(Report.id).subquery())
    waiting = select(func.count()).select_from(Comment).where(_waits(person))
    row = session.execute(select(counted.scalar_subquery(), waiting.scalar_subquery())).one()
    return row[0], row[1]


def _reports(reader: Person) -> Select[Report]:
    """Select the reports of texts that others wrote: `may_settle_report` in SQL."""
    said = Comment.author_id.in_(identities(reader))
    own = case((Report.comment_id.is_(None), authored_by(reader)), else_=said)
    together = select(Report).join(Report.idea).outerjoin(Report.comment)
    return together.where(~own)


def _waits(reader: Person) -> ColumnElement[bool]:
    """Select the objections that nobody has answered, but not one's own."""
    return (
        Comment.hidden_at.is_not(None)
        & Comment.objected_at.is_not(None)
        & Comment.upheld_at.is_(None)
        & Comment.author_id.not_in(identities(reader))
    )
