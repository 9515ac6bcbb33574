"""What is calculated about an idea and its readers: fingerprint, delay, handles."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta

from ideas.core import clock

LONGEST_HANDLE = 40
LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "ø": "o"})


def content_hash(salt: bytes, fields: Sequence[str]) -> str:
    """Return the SHA-256 that binds the texts of an idea, in their order, to a random salt."""
    content = json.dumps([salt.hex(), *fields], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def handle_of(name: str, person_id: int) -> str:
    """Return what a comment calls a person by: the name, made unique by a number."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    words = re.findall("[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    short = "-".join(words)[:LONGEST_HANDLE].strip("-")
    return f"{short or 'person'}-{person_id}"


def working_days_late(until: date | None, today: date) -> int:
    """Return how many working days have passed since the promised day; 0 if it is not over."""
    return 0 if until is None else working_days_between(until, today)


def working_days_left(until: date | None, today: date) -> int:
    """Return how many working days there are until the promised day; 0 if it is today or over."""
    return 0 if until is None else working_days_between(today, until)


def working_days_between(start: date, end: date) -> int:
    """Count the working days after the start up to the end; 0 if the end does not lie behind."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(clock.is_working_day(day) for day in days)


def after_pause(promised: date, since: date, today: date) -> date:
    """Return the promised day, put off by as many working days as the pause has lasted."""
    return clock.add_working_days(promised, working_days_between(since, today))
