"""Storing many rows of one table at once."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, insert

from ideas.core.database import Base, session


def store(model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Store the rows."""
    if rows:
        session.execute(insert(_table(model)), rows)


def store_for_ids(model: type[Base], rows: Sequence[dict[str, Any]]) -> list[int]:
    """Store the rows and return their ids in the same order."""
    table = _table(model)
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(session.scalars(statement, rows))


def _table(model: type[Base]) -> Table:
    return Base.metadata.tables[model.__tablename__]
