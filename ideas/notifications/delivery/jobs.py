"""What the house does by itself once a day; each job is a row that one worker claims."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select

from ideas.byways.actions import lapse_fast_tracks, resume_due
from ideas.core import claims, clock, database, replay
from ideas.core.database import session
from ideas.ideation.actions import lapse_invitations
from ideas.ideation.actions.letter_box import collect_posted
from ideas.ideation.actions.talking import lapse_queries
from ideas.ideation.actions.tending import tend_drafts
from ideas.maturation.actions.reporting import remind_reports
from ideas.notifications.delivery.anchor import write_anchor
from ideas.notifications.models import Job
from ideas.people.models import Person
from ideas.people.queries import system
from ideas.programme.actions import keep_calendar
from ideas.steering.actions.promises import tell_overdue

log = logging.getLogger(__name__)
LEASE = timedelta(minutes=10)
AFTER_A_FAULT = timedelta(hours=1)
AFTER_MIDNIGHT = timedelta(minutes=5)
JOBS: dict[str, Callable[[Person], object]] = {
    "anchor": lambda _system: write_anchor(),
    "collect_posted": lambda actor: collect_posted(actor=actor),
    "empty_log": lambda _system: database.forget_log(),
    "forget_replies": lambda _system: replay.forget_old(),
    "keep_calendar": lambda actor: keep_calendar(actor=actor),
    "lapse_invitations": lambda actor: lapse_invitations(actor=actor),
    "lapse_fast_tracks": lambda actor: lapse_fast_tracks(actor=actor),
    "lapse_queries": lambda actor: lapse_queries(actor=actor),
    "remind_reports": lambda actor: remind_reports(actor=actor),
    "resume_deferred": lambda actor: resume_due(actor=actor),
    "tell_overdue": lambda actor: tell_overdue(actor=actor),
    "tend_drafts": lambda actor: tend_drafts(actor=actor),
}


def enter_jobs() -> None:
    """Make the rows of jobs that are new; they are due at once."""
    with database.transaction():
        known = set(session.scalars(select(Job.name)))
        session.add_all(Job(name=name, due_at=clock.now()) for name in JOBS.keys() - known)


def run_due_jobs() -> int:
    """Run the jobs that are due, each with its effect and its next date in one transaction."""
    names = claims.claim(Job, Job.name, Job.name.in_(JOBS), limit=len(JOBS), lease=LEASE)
    for name in names:
        try:
            _run(name)
        except Exception:  # one broken job must not stop the others, nor the mails
            log.exception("the job %s failed", name)
            _put_off(name, clock.now() + AFTER_A_FAULT)
    return len(names)


def _run(name: str) -> None:
    with database.transaction():
        JOBS[name](system())
        job = session.get_one(Job, name)
        job.last_run = clock.now()
        job.due_at, job.leased_until = clock.end_of(clock.today()) + AFTER_MIDNIGHT, None


def _put_off(name: str, until: datetime) -> None:
    with database.transaction():
        job = session.get_one(Job, name)
        job.due_at, job.leased_until = until, None
