"""Telling coordination and chair that something should not stand here, and their answer."""

from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotPossible
from ideas.core.i18n import _
from ideas.ideation import events, rules
from ideas.ideation.actions.comments import moment_of
from ideas.ideation.models import Comment, Idea, Report, ReportReason
from ideas.ideation.queries.reports import open_report
from ideas.ideation.sealing import voice
from ideas.people.models import Person
from ideas.process.events import Why


def report(
    idea: Idea,
    reason: ReportReason,
    *,
    comment: Comment | None = None,
    text: str = "",
    actor: Person,
) -> Report:
    """Report an idea, or one comment on it."""
    if comment is None:
        rules.may_report.require(actor, idea)
    else:
        rules.may_report_comment.require(actor, comment)
    speaker = voice(actor, idea)
    # Of two reports at once the second one waits here, and finds the first.
    session.scalar(select(Idea.id).where(Idea.id == idea.id).with_for_update(key_share=True))
    if open_report(speaker, idea, comment):
        raise NotPossible(_("You have reported this already; you will get an answer."))
    made = Report(
        idea=idea,
        comment=comment,
        reporter_id=speaker.id,
        reason=reason,
        text=text,
        made_at=moment_of(speaker),
    )
    session.add(made)
    session.flush()
    events.reported.record(made, actor=actor, reason=reason.value)
    return made


def settle_report(report: Report, *, answer: str, actor: Person) -> None:
    """Close a report; whoever made it gets the answer."""
    rules.may_settle_report.require(actor, report)
    if report.settled_at is not None:
        raise NotPossible(_("This report was answered already."))
    report.settled_at = clock.now()
    events.report_settled.record(report, actor=actor, why=Why(public=answer))
