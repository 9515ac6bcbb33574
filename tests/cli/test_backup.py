"""`backup` copies the database while it is used, and proves the copy."""

import json
import shutil

import pytest
from sqlalchemy import func, select, text

from ideas.core import database, settings
from ideas.core.database import session
from ideas.ideation import sealing
from ideas.ideation.models import Idea
from tests.build.steering import handed_in
from tests.notifications.conftest import send_to
from tests.personas import person_named

pytestmark = pytest.mark.real_database


@pytest.fixture
def used(real_database, monkeypatch):
    """A house with an idea in it, whose settings name its database."""
    send_to(monkeypatch, database_url=real_database)
    handed_in(by=person_named("anna"))
    return real_database


def test_the_copy_holds_everything_and_its_anchor_fits(used, run, tmp_path):
    folder = tmp_path / "sicherung"
    result = run("backup", folder)
    assert result.exit_code == 0, result.output
    assert "Gesichert und geprüft" in result.stdout
    anchor = json.loads((folder / "anchor.json").read_text())
    assert anchor["key"] in result.stdout
    assert sealing.key_id() in result.stdout
    assert run("audit", "verify", "--anchor", folder / "anchor.json").exit_code == 0
    if used.startswith("sqlite"):
        database.connect(f"sqlite:///{folder}/ideas.db")
        with database.transaction():
            assert session.scalar(select(func.count()).select_from(Idea)) == 1
        assert {path.name for path in folder.iterdir()} >= {"ideas.db", "anchor.json"}
    else:
        assert (folder / "ideas.dump").stat().st_size > 10_000


def test_keys_are_not_in_the_backup(used, run, tmp_path):
    run("backup", tmp_path / "sicherung")
    keys = [path.read_bytes() for path in settings.current().data_dir.glob("*.key")]
    content = b"".join(p.read_bytes() for p in (tmp_path / "sicherung").iterdir() if p.is_file())
    assert used
    assert keys
    assert not [key for key in keys if key in content]


def test_a_backup_never_overwrites_another(used, run, tmp_path):
    assert used
    folder = tmp_path / "sicherung"
    assert run("backup", folder).exit_code == 0
    result = run("backup", folder)
    assert (result.exit_code, "ist nicht leer" in result.output) == (2, True)


def test_a_broken_copy_is_not_called_a_backup(used, run, tmp_path):
    if not used.startswith("sqlite"):
        return  # there pg_restore reads the whole archive
    with database.transaction():
        session.execute(text("UPDATE idea SET comment_count = 9"))
    result = run("backup", tmp_path / "sicherung")
    assert result.exit_code == 2
    assert "zählt 9 Kommentare" in result.output
    assert not (tmp_path / "sicherung" / "ideas.db").exists()


def test_without_pg_dump_it_says_what_is_missing(used, run, tmp_path, monkeypatch):
    if used.startswith("sqlite"):
        return
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    result = run("backup", tmp_path / "sicherung")
    assert (result.exit_code, "pg_dump" in result.output) == (2, True)
