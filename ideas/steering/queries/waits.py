"""What ideas have waited for in the course of a year, read from the journal."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import or_, select

from ideas.core import clock
from ideas.core.database import session
from ideas.core.enums import Labelled
from ideas.core.i18n import _l
from ideas.ideation.figures import working_days_between
from ideas.ideation.models import Idea, ProjectStatus, Status
from ideas.people.models import Person
from ideas.process.models import Entry
from ideas.steering import rules
from ideas.steering.queries.overdue import concerns

YEAR = timedelta(days=365)


class Cause(Labelled):
    """What an idea waited for; the value is the state in which it did."""

    QUESTION = Status.QUERY.value, _l("answer of the author")
    OFFICE = Status.FORWARDED.value, _l("answer of another office")
    PARKED = ProjectStatus.PARKED.value, _l("parked project")


class Wait(NamedTuple):
    """How many ideas waited for this, and how many working days all together."""

    cause: Cause
    ideas: int
    days: int


def waits_of_the_year(*, reader: Person) -> list[Wait]:
    """Return what ideas waited for in the last twelve months, the longest first."""
    rules.may_see_overdue.require(reader)
    today = clock.today()
    ideas: dict[Cause, set[int]] = {}
    days: dict[Cause, int] = {}
    for idea_id, cause, start, end in _intervals(reader, today - YEAR, today):
        ideas.setdefault(cause, set()).add(idea_id)
        days[cause] = days.get(cause, 0) + working_days_between(start, end)
    waits = [Wait(cause, len(found), days[cause]) for cause, found in ideas.items()]
    return sorted(waits, key=lambda wait: (-wait.days, wait.cause))


def _intervals(reader: Person, since: date, today: date) -> list[tuple[int, Cause, date, date]]:
    """Return idea, cause, first and last day of each wait that reaches into the time."""
    found = []
    open_: dict[int, tuple[Cause, date]] = {}
    for idea_id, before, after, at in _moves(reader):
        day = clock.local(at).date()
        if idea_id in open_ and before == open_[idea_id][0]:
            found.append((idea_id, *open_.pop(idea_id), day))
        # An office that has answered is not waited for, though the idea stays with it.
        if after in list(Cause) and after != before:
            open_[idea_id] = (Cause(after), day)
    found += [(idea_id, cause, start, today) for idea_id, (cause, start) in open_.items()]
    return [
        (idea_id, cause, max(start, since), end)
        for idea_id, cause, start, end in found
        if end > since
    ]


def _moves(reader: Person) -> Iterable[Any]:
    causes = [cause.value for cause in Cause]
    waits = or_(Entry.to_status.in_(causes), Entry.from_status.in_(causes))
    statement = (
        select(Entry.subject_id, Entry.from_status, Entry.to_status, Entry.effective_at)
        .join(Idea, Idea.id == Entry.subject_id)
        .where(Entry.subject_kind == Idea.__tablename__, waits, concerns(reader))
        .order_by(Entry.sequence)
    )
    return session.execute(statement)
