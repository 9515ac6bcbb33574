"""What is calculated about an idea: its fingerprint and how late it is."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date, timedelta

from ideas.core import clock


def content_hash(salt: bytes, fields: Sequence[str]) -> str:
    """Return the SHA-256 that binds the texts of an idea, in their order, to a random salt."""
    content = json.dumps([salt.hex(), *fields], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def working_days_late(until: date | None, today: date) -> int:
    """Return how many working days have passed since the promised day; 0 if it is not over."""
    if until is None or today <= until:
        return 0
    days = (until + timedelta(days=n) for n in range(1, (today - until).days + 1))
    return sum(clock.is_working_day(day) for day in days)
