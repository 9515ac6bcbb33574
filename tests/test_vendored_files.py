"""Vendored browser files are exactly what was fetched, with licences, in pinned versions."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = sorted(
    folder
    for vendor in (ROOT / "ideas/static/vendor", ROOT / "tests/vendor")
    for folder in vendor.iterdir()
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_files_match_their_sums(folder: Path) -> None:
    noted = dict(
        reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines()
    )
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name != "SHA256SUMS"
    }
    assert found == noted


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_licence_lies_beside_them(folder: Path) -> None:
    assert any(path.name.startswith("LICENSE") for path in folder.iterdir())


def test_folders_carry_the_pinned_versions() -> None:
    pinned = json.loads((ROOT / "package.json").read_text())["devDependencies"].values()
    assert sorted(folder.name.rsplit("-", 1)[1] for folder in FOLDERS) == sorted(pinned)


def test_the_lock_names_no_registry() -> None:
    assert "resolved" not in (ROOT / "package-lock.json").read_text()
