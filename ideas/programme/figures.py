"""Dates that a promise leads to, and what a reason still lacks."""

import re
from calendar import monthrange
from datetime import date

MONTHS = 12
BLACKED_OUT = "[geschwärzt]"
GAP = re.compile(r"\[[^\[\]\n]*\]")


def one_month_after(day: date) -> date:
    """Return the same day of the next month, or that month's last day."""
    return months_after(day, 1)


def months_after(day: date, count: int) -> date:
    """Return the same day so many months later, or that month's last day."""
    months = day.month - 1 + count
    year, month = day.year + months // MONTHS, months % MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def open_gap(text: str) -> str | None:
    """Return the first gap of a building block that nobody has filled, or None."""
    return next((gap for gap in GAP.findall(text) if gap != BLACKED_OUT), None)
