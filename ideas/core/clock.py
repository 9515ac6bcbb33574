"""The only place that asks for the time; working days and German local time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from ideas.core import settings

BERLIN = ZoneInfo("Europe/Berlin")
SATURDAY = 5
_instead: ContextVar[datetime | None] = ContextVar("instead", default=None)


def now() -> datetime:
    """Return the present moment in UTC."""
    return _instead.get() or datetime.now(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be another moment for a while, as the demonstration and tests need it."""
    token = _instead.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _instead.reset(token)


def today() -> date:
    """Return the day it is in Germany."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """Return the moment as a German clock shows it."""
    return moment.astimezone(BERLIN)


def end_of(day: date) -> datetime:
    """Return the moment at which this German day is over, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), BERLIN).astimezone(UTC)


def beginning_of(day: date) -> datetime:
    """Return the moment at which this German day begins, in UTC."""
    return datetime.combine(day, time(), BERLIN).astimezone(UTC)


def beginning_of_day(moment: datetime) -> datetime:
    """Return the moment at which its German day began, in UTC: all that it says is the day."""
    return beginning_of(local(moment).date())


def is_working_day(day: date) -> bool:
    """Say whether people work on this day: Monday to Friday, no public holiday of the Land."""
    return day.weekday() < SATURDAY and day not in _holidays(settings.current().land)


def a_year_ahead() -> date:
    """Return the last day that anything is put off to: twelve months from today."""
    day = today()
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)


def add_working_days(start: date, count: int) -> date:
    """Return the day that lies so many working days after the start; the start does not count."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


@lru_cache
def _holidays(land: str) -> holidays.HolidayBase:
    return holidays.country_holidays("DE", subdiv=land)
