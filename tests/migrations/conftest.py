"""Empty databases of both kinds, and a folder of migrations that a test may add to."""

import shutil
from pathlib import Path

import pytest

from ideas.core import database, migrations
from tests.conftest import own_database

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request, app, tmp_path):
    """The address of an empty database that the process works with."""
    assert app
    with own_database(request.param, tmp_path) as url:
        engine = database.connect(url)
        yield url
        engine.dispose()


@pytest.fixture
def added(monkeypatch, tmp_path):
    """Add a migration behind the newest one; the rest of the folder is a copy."""
    folder = tmp_path / "migrations"
    shutil.copytree(ROOT / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrations, "resource", lambda _name: folder)

    def add(upgrade: str) -> None:
        head = migrations.scripts().get_current_head()
        text = (
            f'"""Test."""\n\nimport sqlalchemy as sa\nfrom alembic import op\n\n'
            f'revision = "added"\ndown_revision = {head!r}\n\n\n'
            f"def upgrade():\n    {upgrade}\n\n\ndef downgrade():\n    pass\n"
        )
        (folder / "versions" / "9999_added.py").write_text(text)

    add.folder = folder
    return add
