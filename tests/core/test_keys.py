"""Keys are files that only the house reads, the same for all its processes."""

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from ideas.core import keys, settings


@pytest.fixture
def folder(app, tmp_path):
    before = settings.current()
    settings.install(replace(before, data_dir=tmp_path))
    yield tmp_path
    settings.install(before)


def test_a_key_is_made_once_and_readable_by_nobody_else(folder):
    first = keys.key("journal")
    assert len(first) == 32
    assert keys.key("journal") == first
    assert stat.S_IMODE((folder / "journal.key").stat().st_mode) == 0o600


def test_processes_that_start_together_share_one_key(folder):
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _n: keys.key("session"), range(32)))
    assert len(made) == 1
    assert [path.name for path in folder.iterdir()] == ["session.key"]
