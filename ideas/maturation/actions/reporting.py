"""The owner's reports, and the reminder when they fail to come."""

from dataclasses import dataclass
from datetime import date

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.core.rich_text import RichText
from ideas.ideation.models import Ball
from ideas.maturation import events, rules, workflow
from ideas.maturation.models import Health, Project, StatusReport
from ideas.maturation.queries.checks import silent_projects
from ideas.people.models import Person


@dataclass(frozen=True)
class Report:
    """How it goes, what is needed, what comes next and when."""

    health: Health
    text: str
    next_step: str
    next_date: date
    need: str = ""


def report_status(project: Project, report: Report, *, actor: Person) -> StatusReport:
    """Add a report; what it says of the light and the next date stands on the card."""
    rules.may_report.require(actor, project)
    if project.status not in workflow.ON_BOARD:
        raise NotPossible(_("Reports belong to projects at work."))
    _check(report)
    row = StatusReport(
        project_id=project.id,
        health=report.health,
        text=RichText.write(report.text),
        need=report.need,
        next_step=report.next_step,
        next_date=report.next_date,
        made_at=clock.now(),
    )
    session.add(row)
    project.health = report.health
    project.next_step, project.next_date = report.next_step, report.next_date
    project.idea.moved_at = clock.now()
    if project.idea.ball == Ball.OWNER:
        project.idea.ball_until = report.next_date
    events.reported.record(project, actor=actor, health=report.health.value)
    return row


def remind_reports(*, actor: Person) -> int:
    """Tell each owner once whose project has been silent for a month; return how many."""
    rules.may_remind.require(actor)
    silent = silent_projects()
    for project in silent:
        events.report_missed.record(project, actor=actor)
    return len(silent)


def _check(report: Report) -> None:
    if not report.text.strip() or not report.next_step.strip():
        raise Invalid(_("Please say how it goes and what comes next."))
    if report.health != Health.ON_TRACK and not report.need.strip():
        raise Invalid(_("Please say what you need to get back on track."))
    if not clock.today() <= report.next_date <= clock.a_year_ahead():
        raise Invalid(_("Please choose a day within the next twelve months."))
