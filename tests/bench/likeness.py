"""How well and how fast similar ideas are found: `make bench`, or this module alone."""

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any

from sqlalchemy import insert
from sqlalchemy import text as text_of_sql

from ideas import create_app
from ideas.core import clock, database, migrations
from ideas.core.database import session
from ideas.ideation.actions.indexing import Wording, index_wordings
from ideas.ideation.models import Ball, Idea, Status
from ideas.ideation.queries.likeness import similar_ideas
from ideas.programme.queries import permanent_channel
from tests import postgres
from tests.bench.pairs import FEW, MANY, Pair, Text, of_demo, of_krefeld, others, own
from tests.conftest import furnish, own_database
from tests.personas import person_named

RECALL = {FEW: 0.65, MANY: 0.45}
SLOWEST = 30  # milliseconds
FIELDS = ("problem", "audience", "proposal", "benefit")


def main() -> int:
    sets = {"abgestimmt": own("tuned.txt"), "zurückgehalten": own("held.txt")}
    sets |= {"Vorführung": of_demo(), "Krefeld": of_krefeld()}
    print("\nÄhnliche Ideen: unter den ersten fünf gefunden, Median in ms")
    outside_pytest: Any = SimpleNamespace()
    postgres.pytest_configure(outside_pytest)
    try:
        for backend in ("sqlite", "postgres"):
            for name, pairs in sets.items():
                if pairs:
                    _one_set(backend, FEW, name, pairs)
            _all_together(backend, sets)
    finally:
        postgres.pytest_unconfigure(outside_pytest)
    return 0


def _one_set(backend: str, count: int, name: str, pairs: Sequence[Pair]) -> None:
    with _house(backend):
        keys = _fill([pair.idea for pair in pairs], count)
        _report(backend, count, name, pairs, keys)


def _all_together(backend: str, sets: dict[str, list[Pair]]) -> None:
    with _house(backend):
        every = [pair for pairs in sets.values() for pair in pairs]
        keys = iter(_fill([pair.idea for pair in every], MANY))
        for name, pairs in sets.items():
            if pairs:
                _report(backend, MANY, name, pairs, [next(keys) for _pair in pairs])


def _house(backend: str) -> ExitStack:
    stack = ExitStack()
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
    app = create_app(IDEAS_DATA_DIR=str(folder), IDEAS_DATABASE_URL="", IDEAS_SMTP_URL="")
    url = stack.enter_context(own_database(backend, folder))
    stack.callback(database.connect(url).dispose)
    stack.enter_context(app.app_context())
    migrations.upgrade()
    furnish()
    return stack


def _fill(ideas: Sequence[Text], count: int) -> list[int]:
    """Bring in the ideas, and others until there are so many; return the keys of the first."""
    known = {idea.title for idea in ideas}
    more = [text for text in others(count) if text.title not in known]
    texts = [*ideas, *more][:count]
    with database.transaction():
        keys = list(session.scalars(insert(Idea).returning(Idea.id), list(_rows(texts))))
        index_wordings(
            [
                Wording(key, text.title, text.body, is_public=True)
                for key, text in zip(keys, texts, strict=True)
            ]
        )
    with database.transaction():
        session.execute(text_of_sql("ANALYZE"))  # what a running house does by itself
    return keys[: len(ideas)]


def _rows(texts: Sequence[Text]) -> Iterator[dict]:
    now, author, channel = clock.now(), person_named("anna").id, permanent_channel().id
    empty = {f"{field}_{kind}": "" for field in FIELDS for kind in ("source", "html")}
    for n, text in enumerate(texts):
        at = now - timedelta(minutes=len(texts) - n)
        moments = {"status_since": at, "ball_since": at, "created_at": at, "moved_at": at}
        yield {
            **empty,
            **moments,
            "published_at": at,
            "title": text.title,
            "status": Status.SCREENING,
            "ball": Ball.NOBODY,
            "author_id": author,
            "campaign_id": channel,
        }


def _report(backend: str, count: int, name: str, pairs: Sequence[Pair], keys: list[int]) -> None:
    found, waits = 0, []
    with database.transaction():
        reader = person_named("emine")
        for pair, key in zip(pairs, keys, strict=True):
            start = time.perf_counter()
            hints = similar_ideas(*pair.again, reader=reader, floor=0)
            waits.append((time.perf_counter() - start) * 1000)
            found += key in {idea.id for idea, _score in hints}
            session.expunge_all()
    recall, wait = found / len(pairs), median(waits)
    holds = recall >= RECALL[count] and wait <= SLOWEST
    print(
        f"  {backend:<9}{count:>7} {name:<16}{len(pairs):>4} Paare{recall:>7.2f}{wait:>8.1f}"
        f"  {'gehalten' if holds else 'VERFEHLT'}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
