"""Upgrading keeps the data, works for several at once, and can be killed and run again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from ideas.core import database, migrations
from ideas.core.database import session
from ideas.core.migrations import WrongSchemaError
from tests.conftest import furnish

ROOT = Path(__file__).parents[2]
# Upgrades and kills itself before the statement of this number.
KILLED = """
import itertools, os, signal, sys
from sqlalchemy import Engine, event
from ideas import create_app
from ideas.core import migrations
create_app()
left = itertools.count(int(sys.argv[1]), -1)
@event.listens_for(Engine, "before_cursor_execute")
def _count(*_):
    if next(left) == 0:
        os.kill(os.getpid(), signal.SIGKILL)
migrations.upgrade()
"""


def start(url: str, data_dir: Path, program: str, *arguments: str) -> subprocess.Popen:
    """Run a program with the house's settings in a process of its own."""
    environment = os.environ | {"IDEAS_DATABASE_URL": url, "IDEAS_DATA_DIR": str(data_dir)}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE)


@pytest.mark.real_database
@pytest.mark.parametrize("statement", [6, 20, 45, 75])
def test_a_killed_upgrade_leaves_nothing_and_can_be_run_again(empty, tmp_path, statement):
    killed = start(empty, tmp_path, KILLED, str(statement))
    _output, errors = killed.communicate(timeout=60)
    assert killed.returncode == -9, errors.decode()
    with database.transaction():
        names = "sqlite_master" if empty.startswith("sqlite") else "pg_tables"
        column = "name" if empty.startswith("sqlite") else "tablename"
        left = session.scalars(text(f"SELECT {column} FROM {names}"))  # noqa: S608
        assert "person" not in set(left)
    migrations.upgrade()
    assert migrations.differences() == []


@pytest.mark.real_database
def test_several_processes_may_upgrade_at_once(empty, tmp_path):
    program = KILLED.replace("os.kill(os.getpid(), signal.SIGKILL)", "pass")
    started = [start(empty, tmp_path, program, "-1") for _process in range(3)]
    errors = [process.communicate(timeout=60)[1].decode() for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], errors
    assert migrations.differences() == []


def test_a_rebuilt_table_keeps_its_children(empty, added):
    assert empty
    migrations.upgrade()
    furnish()
    added('with op.batch_alter_table("person") as t: t.alter_column("language", type_=sa.Text())')
    with database.transaction():
        before = session.scalar(text("SELECT count(*) FROM grant_of_role"))
    migrations.upgrade()
    with database.transaction():
        assert session.scalar(text("SELECT count(*) FROM grant_of_role")) == before > 0


def test_a_migration_that_breaks_a_reference_changes_nothing(empty, added):
    if not empty.startswith("sqlite"):
        return  # PostgreSQL refuses the statement itself
    migrations.upgrade()
    furnish()
    added('op.execute("DELETE FROM unit")')
    with pytest.raises(RuntimeError, match="broke a foreign key"):
        migrations.upgrade()
    with database.transaction():
        assert session.scalar(text("SELECT count(*) FROM unit")) == 1
        assert session.scalar(text("SELECT version_num FROM alembic_version")) != "added"


def test_an_older_schema_is_not_served(empty):
    assert empty
    with pytest.raises(WrongSchemaError, match="db upgrade"):
        migrations.require_schema()
    migrations.upgrade()
    migrations.downgrade("-1")
    with pytest.raises(WrongSchemaError, match="db upgrade"):
        migrations.require_schema()


def test_a_schema_from_the_future_is_neither_served_nor_changed(empty):
    assert empty
    migrations.upgrade()
    with database.transaction():
        session.execute(text("UPDATE alembic_version SET version_num = '2099_01_01_a'"))
    for step in (migrations.require_schema, migrations.upgrade):
        with pytest.raises(WrongSchemaError, match="neuere"):
            step()


def test_a_web_server_on_an_older_schema_says_so_and_gives_up(empty, tmp_path):
    refused = start(empty, tmp_path, "import wsgi")
    _output, errors = refused.communicate(timeout=60)
    assert refused.returncode == 3
    assert "db upgrade" in errors.decode()
    assert "Traceback" not in errors.decode()


def test_a_new_migration_is_written_from_the_models(empty, added):
    assert empty
    migrations.upgrade()
    with database.transaction():
        session.execute(text("ALTER TABLE comment ADD COLUMN surplus INTEGER"))
    path = Path(migrations.revise("Drop what is surplus"))
    assert path.parent == added.folder / "versions"
    assert path.name.endswith("_drop_what_is_surplus.py")
    assert 'drop_column("surplus")' in path.read_text().replace("'", '"')
    migrations.upgrade()
    assert migrations.differences() == []
