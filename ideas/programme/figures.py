"""Dates that a promise leads to."""

from calendar import monthrange
from datetime import date

MONTHS = 12


def one_month_after(day: date) -> date:
    """Return the same day of the next month, or that month's last day."""
    year, month = (day.year, day.month + 1) if day.month < MONTHS else (day.year + 1, 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))
