"""The commands for the schema."""

import pytest

from ideas.core import database, migrations
from ideas.core.database import session, transaction
from ideas.programme.queries import permanent_channel, phases
from tests.conftest import own_database


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request, app, tmp_path):
    """An empty database that the commands work with."""
    assert app
    with own_database(request.param, tmp_path) as url:
        engine = database.connect(url)
        yield engine
        session.remove()
        engine.dispose()


def test_upgrade_makes_and_furnishes_the_house_and_may_be_repeated(empty, run):
    assert empty
    for _time in range(2):
        result = run("db", "upgrade")
        assert (result.exit_code, "auf dem Stand" in result.stdout) == (0, True)
    with transaction():
        assert permanent_channel().is_permanent
        assert len(phases()) > 3


def test_check_compares_with_the_models(empty, run):
    assert empty
    run("db", "upgrade")
    assert run("db", "check").stdout == "Das Schema passt zu den Modellen.\n"
    with empty.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE comment ADD COLUMN surplus INTEGER")
    result = run("db", "check")
    assert (result.exit_code, "surplus" in result.stdout) == (2, True)


def test_downgrade_takes_one_step_back(empty, run):
    assert empty
    run("db", "upgrade")
    assert run("db", "downgrade").exit_code == 0
    with pytest.raises(migrations.WrongSchemaError, match="db upgrade"):
        migrations.require_schema()
    assert run("db", "downgrade", "-2").exit_code == 0
    assert run("db", "upgrade").exit_code == 0
    migrations.require_schema()


def test_an_unknown_target_ends_with_a_sentence(empty, run):
    assert empty
    result = run("db", "upgrade", "nirgends")
    assert (result.exit_code, "Diesen Stand gibt es nicht" in result.output) == (2, True)


def test_commands_refuse_an_older_schema(empty, run):
    assert empty
    for command in (["check"], ["deliver"], ["invite", "x@jobcenter.example"], ["audit", "verify"]):
        result = run(*command)
        assert (result.exit_code, "db upgrade" in result.output) == (2, True), command


def test_a_database_that_is_away_ends_with_a_sentence(app, run, tmp_path):
    assert app
    engine = database.connect(f"postgresql+psycopg://nobody@/nothing?host={tmp_path}")
    for command in (["check"], ["db", "upgrade"], ["deliver"]):
        result = run(*command)
        assert (result.exit_code, "nicht erreichbar" in result.output) == (2, True)
    engine.dispose()
