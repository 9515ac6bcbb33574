"""No GET changes anything: each runs once on a connection that cannot write."""

import hashlib
import warnings

import pytest
from flask import url_for
from sqlalchemy import MetaData, inspect, select, text

from ideas.accounts.actions.signing_in import begin_stay
from ideas.core import database
from tests.access.table import PUBLIC, TABLE
from tests.access.world import world
from tests.page import Browser
from tests.personas import person_named


def dump(engine) -> dict[str, str]:
    """A fingerprint of every table's rows."""
    metadata, prints = MetaData(), {}
    names = [n for n in inspect(engine).get_table_names() if "_fts" not in n]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*expression-based index")
        metadata.reflect(engine, only=names)
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            rows = sorted(repr(tuple(row)) for row in connection.execute(select(table)))
            prints[table.name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return prints


def browser_of(app, name: str) -> Browser:
    with database.transaction():
        token = begin_stay(person_named(name).id)
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"], cookie["_fresh"] = token, True
    return Browser(client)


def test_every_get_works_on_a_connection_that_cannot_write(app, real_database):
    things = world()
    pages = [(key, *what) for key, what in TABLE.items() if key[1] == "GET"]
    browsers: dict[str, Browser] = {}
    addresses: dict[str, tuple[Browser, str]] = {}
    for (endpoint, _method), thing, who in pages:
        name = "anna" if who == PUBLIC else who.split()[0]
        if name not in browsers:
            browsers[name] = browser_of(app, name)
        with app.test_request_context():
            url = url_for(endpoint, **things[thing])
        addresses[endpoint] = browsers[name], url
    before = dump(database.engine())
    for endpoint, (browser, url) in addresses.items():
        assert browser.client.get(url).status_code in {200, 303}, endpoint
    assert dump(database.engine()) == before


def test_the_reading_connection_refuses_to_write(app, real_database):
    database.open_session(reading=True)
    with pytest.raises(Exception, match=r"(?i)readonly|read-only"):
        database.session.execute(text("UPDATE person SET language = 'en'"))
    database.close_session()


def test_a_database_that_is_taken_is_said_to_be_busy(app, real_database, backend):
    if backend == "postgres":
        return  # writers of different rows do not wait for each other there
    browser = browser_of(app, "anna")
    page = browser.get("/profil")
    database.engine().pool.dispose()
    with database.engine().connect() as other:
        other.exec_driver_sql("UPDATE person SET language = 'de'")
        answer = page.submit("Speichern", follow=False)
        other.rollback()
    assert answer.status == 503
    assert answer.headers["Retry-After"] == "5"
    assert page.submit("Speichern").status == 200
