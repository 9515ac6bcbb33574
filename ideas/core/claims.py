"""Claiming rows by lease: of several workers each row has one, and a dead worker's come back."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update

from ideas.core import clock, database


def claim(
    rows: type[Any], key: Any, *conditions: ColumnElement[bool], limit: int, lease: timedelta
) -> list[Any]:
    """Lease the rows (with `due_at`, `leased_until`) that are due, oldest first; return keys."""
    if not _somebody_waits(rows, key, conditions):
        return []
    statement = _due(rows, key, conditions).limit(limit).with_for_update(skip_locked=True)
    with database.transaction() as own:
        keys = list(own.scalars(statement))
        leased = update(rows).where(key.in_(keys)).values(leased_until=clock.now() + lease)
        own.execute(leased, execution_options={"synchronize_session": False})
    return keys


def _somebody_waits(rows: type[Any], key: Any, conditions: Sequence[ColumnElement[bool]]) -> bool:
    """Look without the right to write: an idle worker must not queue with the writers."""
    database.open_session(reading=True)
    try:
        return database.session.scalar(_due(rows, key, conditions).limit(1)) is not None
    finally:
        database.close_session()


def _due(rows: type[Any], key: Any, conditions: Sequence[ColumnElement[bool]]) -> Any:
    now = clock.now()
    free = or_(rows.leased_until.is_(None), rows.leased_until <= now)
    return select(key).where(rows.due_at <= now, free, *conditions).order_by(rows.due_at)
