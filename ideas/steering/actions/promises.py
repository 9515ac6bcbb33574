"""Putting a promised day off in public, and telling once a week what is overdue."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.core.i18n import _
from ideas.core.plain_text import visible_length
from ideas.ideation.models import Idea
from ideas.people.models import Person, Role
from ideas.people.queries import holders_of
from ideas.process.events import Why
from ideas.steering import events, rules
from ideas.steering.models import OverdueWeek
from ideas.steering.queries import lock
from ideas.steering.queries.overdue import count_overdue, is_biased_towards

SHORTEST_REASON = 20
# Rooms above that hold the promised day in a row of their own follow it here.
followers: list[Callable[[Idea, date], None]] = []


def extend_promise(idea: Idea, until: date, reason: str, *, seen: date, actor: Person) -> None:
    """Promise a later day and say why; the former one stays in the history.

    Raises:
        NotPossible: somebody else has moved the idea on or put it off meanwhile.
        Invalid: the day does not lie behind the present one and within a year, or no reason.
    """
    lock(idea)
    rules.may_extend.require(actor, idea)
    require_unbiased(idea, actor)
    if idea.ball_until != seen:
        raise NotPossible(_("The promised day was changed meanwhile. Please look again."))
    if visible_length(reason) < SHORTEST_REASON:
        raise Invalid(_("Please write at least %(count)s characters.", count=SHORTEST_REASON))
    if not max(seen, clock.today()) < until <= clock.a_year_ahead():
        raise Invalid(
            _("Please choose a day after the promised one, within the next twelve months.")
        )
    idea.ball_until = until
    idea.moved_at = clock.now()
    for follow in followers:
        follow(idea, until)
    days: dict[str, Any] = {"was": seen.isoformat(), "until": until.isoformat()}
    events.promise_extended.record(
        idea, actor=actor, why=Why(public=reason.strip()), ball=idea.ball.value, **days
    )


def require_unbiased(idea: Idea, actor: Person) -> None:
    """Let those pass who have not declared a bias towards the idea.

    Raises:
        NotAllowed: the person has.
    """
    if is_biased_towards(idea, actor):
        raise NotAllowed(_("You have declared a bias towards this idea."))


def tell_overdue(*, actor: Person) -> int:
    """Tell chair and coordination what is overdue, on the first working day of each week.

    If nothing ran on that day it is the next one; nobody is told of nothing. Return how many were.
    """
    rules.may_tell_overdue.require(actor)
    today = clock.today()
    monday = today - timedelta(days=today.weekday())
    told = session.scalar(select(OverdueWeek.id).where(OverdueWeek.monday == monday))
    if told or not clock.is_working_day(today):
        return 0
    week = OverdueWeek(monday=monday, made_at=clock.now())
    session.add(week)
    session.flush()
    office = holders_of(Role.COORDINATOR, Role.CHAIR)
    hearers = [person.id for person in office if count_overdue(person)]
    if hearers:
        events.overdue_listed.record(week, actor=actor, about=hearers)
    return len(hearers)
