"""Living the same script twice in one test, and looking at everything that is stored."""

import itertools
import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, text

from ideas.core import database
from ideas.core.database import Base
from ideas.process import events

# What differs between equal worlds: who stays with which browser, and what forms are keyed by.
LEFT_OUT = {
    "sign_in": None,
    "idea": {"form_key"},
    "reply": {"key", "sender", "content"},
    "sealed_author": {"ciphertext", "nonce", "mark"},
}


def with_fixed_chance(monkeypatch) -> None:
    """Let everything that is drawn come out the same each time this is called."""
    chance = random.Random(2026)
    counter = itertools.count(1)
    monkeypatch.setattr(secrets, "choice", chance.choice)
    monkeypatch.setattr(secrets, "token_bytes", lambda size=32: chance.randbytes(size))
    monkeypatch.setattr(events, "uuid4", lambda: SimpleNamespace(hex=f"{next(counter):032x}"))


@contextmanager
def world(house: Connection) -> Iterator[None]:
    """Undo at the end whatever happens within, the counters of ids too."""
    before = _sequences(house)
    inner = house.begin_nested()
    try:
        yield
    finally:
        database.session.remove()
        inner.rollback()
        for name, last in before.items():
            house.execute(text(f"SELECT setval('{name}', {last or 1}, {last is not None})"))


def dump(house: Connection) -> dict[str, list[dict[str, Any]]]:
    """Return all rows of all tables."""
    return {
        table.name: [dict(row) for row in house.execute(table.select()).mappings()]
        for table in Base.metadata.sorted_tables
    }


def comparable(rows: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Leave out what differs between equal worlds; in a fixed order."""
    kept = {}
    for table, found in rows.items():
        dropped = LEFT_OUT.get(table, set())
        if dropped is not None:
            rows_kept = ({k: v for k, v in row.items() if k not in dropped} for row in found)
            kept[table] = sorted(rows_kept, key=repr)
    return kept


def _sequences(house: Connection) -> dict[str, int | None]:
    if house.dialect.name == "sqlite":
        return {}
    rows = house.execute(text("SELECT sequencename, last_value FROM pg_sequences"))
    return {name: last for name, last in rows}  # noqa: C416 (rows are no pairs to dict)
