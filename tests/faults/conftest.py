"""A real database of either kind in a real folder, for processes that are killed."""

from contextlib import contextmanager
from pathlib import Path

import pytest

from ideas.core import database, migrations
from ideas.core.database import session
from tests import postgres
from tests.conftest import furnish
from tests.notifications.conftest import send_to


@pytest.fixture(params=["sqlite", "postgres"])
def address(request, app, tmp_path, monkeypatch):
    """The address of a furnished database that flushes to disk as in operation."""
    assert app
    with _database(request.param, tmp_path) as url:
        send_to(monkeypatch, data_dir=tmp_path, database_url=url)
        engine = database.connect(url)
        migrations.upgrade()
        furnish()
        yield url
        session.remove()
        engine.dispose()


@contextmanager
def _database(backend: str, folder: Path):
    if backend == "sqlite":
        yield f"sqlite:///{folder}/ideas.db"
    else:
        with postgres.fresh_database(durable=True) as url:
            yield url
