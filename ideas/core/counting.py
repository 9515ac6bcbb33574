"""Counters that several writers add to at once: one row for each key, made when first counted."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def add_up(session: Session, rows: Table, additions: Sequence[Mapping[str, Any]]) -> None:
    """Add to the counters of these keys; always in their order, so that no two writers cross."""
    if not additions:
        return
    keys = [column.name for column in rows.primary_key]
    ordered = sorted(additions, key=lambda addition: tuple(addition[key] for key in keys))
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert(rows) if dialect == "sqlite" else postgresql.insert(rows)
    counted = {
        column.name: column + insert.excluded[column.name]
        for column in rows.c
        if column.name not in keys
    }
    session.execute(insert.on_conflict_do_update(index_elements=keys, set_=counted), ordered)
