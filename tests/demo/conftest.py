"""Houses that nobody has moved into, and one in which the demonstration has been played."""

from contextlib import contextmanager
from datetime import date

import pytest

from ideas.core import database, migrations
from ideas.demo.actions import load_demo
from ideas.people.actions import establish_system
from ideas.programme.actions import establish_house
from tests.conftest import own_database

TODAY = date(2026, 11, 23)


@contextmanager
def empty_house(backend, folder):
    """A migrated, furnished database without people, with commits of its own."""
    with own_database(backend, folder) as url:
        engine = database.connect(url)
        database.session.session_factory.configure(join_transaction_mode="conditional_savepoint")
        migrations.upgrade()
        with database.transaction():
            establish_house(actor=establish_system())
        yield
        database.session.remove()
        engine.dispose()


@pytest.fixture
def empty(app, furnished, backend, tmp_path):
    """An empty house of the test's own."""
    with empty_house(backend, tmp_path):
        yield


@pytest.fixture(scope="module")
def played(app, furnished, backend, tmp_path_factory):
    """The whole demonstration, played once for the tests that only read it."""
    with empty_house(backend, tmp_path_factory.mktemp("demo")), app.app_context():
        yield load_demo(seed=1, people=40, today=TODAY)


@pytest.fixture
def reading(played):
    """A session on the played house."""
    with database.transaction() as session:
        yield session
