"""The house in every test: migrated once for each database, rolled back after each test."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from coverage import Coverage
from sqlalchemy import event

from ideas import create_app
from ideas.core import database, i18n, migrations
from ideas.core.database import Binds
from ideas.people.actions import establish_system
from ideas.programme.actions import establish_house
from tests import postgres
from tests.page import Client
from tests.personas import settle

LONG = {"journeys", "faults", "demo", "cli"}
pytest_plugins = ["tests.browser", "tests.personas", "tests.postgres"]


def pytest_generate_tests(metafunc):
    """Run whatever asks for the house on SQLite, and again on PostgreSQL."""
    if "furnished" in metafunc.fixturenames:
        once = metafunc.definition.get_closest_marker("one_database")
        backends = ["sqlite"] if once else ["sqlite", "postgres"]
        metafunc.parametrize("backend", backends, scope="session")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Begin with the long files, so that no worker waits for another at the end."""
    items.sort(key=lambda item: item.path.parts[-2] not in LONG)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Trace the code on SQLite only: on PostgreSQL it is the same, and tracing costs a third."""
    tracer = Coverage.current()
    told = getattr(item, "callspec", None)
    if tracer is None or told is None or told.params.get("backend") != "postgres":
        return (yield)
    tracer.stop()
    try:
        return (yield)
    finally:
        tracer.start()


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    """The application; which database it works with is the house's affair."""
    folder = tmp_path_factory.mktemp("house")
    app = create_app(IDEAS_DATA_DIR=str(folder), IDEAS_SMTP_URL="", IDEAS_DATABASE_URL="")
    app.testing = True
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.test_client_class = Client
    return app


@pytest.fixture(autouse=True)
def english():
    """Outside of pages the tests read the sentences as the code writes them."""
    with i18n.speaking("en"):
        yield


@pytest.fixture(scope="session")
def furnished(app, backend, tmp_path_factory):
    """The engine of a migrated database in which the personas live."""
    folder = tmp_path_factory.mktemp(backend)
    with own_database(backend, folder) as url:
        engine = database.connect(url)
        migrations.upgrade()
        furnish()
        yield engine
        engine.dispose()


def furnish():
    """Furnish the house and let the personas move in."""
    with database.transaction():
        establish_house(actor=establish_system())
    settle()


def own_database(backend: str, folder: Path):
    """A new, empty database of this kind."""
    if backend == "postgres":
        return postgres.fresh_database()
    return nullcontext(f"sqlite:///{folder}/ideas.db")


@pytest.fixture
def house(app, furnished):
    """The database of one test: everything it does is undone at its end."""
    with furnished.connect() as connection:
        outer = connection.begin()
        database.use(Binds(connection, connection))
        database.session.session_factory.configure(join_transaction_mode="create_savepoint")
        yield connection
        database.session.remove()
        outer.rollback()


@pytest.fixture
def real_database(app, furnished, backend, tmp_path):
    """A database of the test's own with real commits, for races and read-only binds."""
    with own_database(backend, tmp_path) as url:
        engine = database.connect(url)
        database.session.session_factory.configure(join_transaction_mode="conditional_savepoint")
        migrations.upgrade()
        furnish()
        yield url
        database.session.remove()
        engine.dispose()


@pytest.fixture
def statements(house):
    """The SQL statements that are sent while the test runs."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "pragma")):
            sent.append(statement)

    event.listen(house.engine, "before_cursor_execute", note)
    yield sent
    event.remove(house.engine, "before_cursor_execute", note)
