"""No locked package may bring a licence that the product cannot carry."""

import re
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
FREE = re.compile(
    r"MIT(-0)?( License)?|The MIT License.*|(\d-Clause )?BSD( \d-Clause)?( License)?"
    r"|BSD-\d-Clause|Apache([ -]2\.0| Software License)|PSF-2\.0|ISC|Zlib|The Unlicense.*"
)
SAID_HERE = {
    "psycopg": "LGPL-3.0-only",  # an unchanged dependency, which its licence allows
    "psycopg-binary": "LGPL-3.0-only",  # see psycopg
    "pikepdf": "MPL-2.0",  # an unchanged dependency, which its licence allows
    "pillow": "MIT-CMU",  # the MIT licence with one sentence on advertising
    "pysqlite3": "",  # its metadata is silent; its LICENSE file is zlib's
    "python-stdnum": "GNU Lesser General Public License v2 or later (LGPLv2+)",  # see psycopg
    "hypothesis": "MPL-2.0",  # for the tests only
    "pathspec": "Mozilla Public License 2.0 (MPL 2.0)",  # for the type checker only
}
ONLY_FOR_DEVELOPMENT = {"hypothesis", "pathspec"}


def locked(name: str) -> dict[str, Requirement]:
    lines = re.findall(r"^([a-z0-9].*?) \\$", (ROOT / name).read_text(), re.MULTILINE)
    requirements = [Requirement(line) for line in lines]
    return {
        found.name: found for found in requirements if not found.marker or found.marker.evaluate()
    }


def licences(found: PackageMetadata) -> list[str]:
    if expression := found.get("License-Expression"):
        return re.split(r" AND | OR ", expression)
    classifiers = found.get_all("Classifier") or []
    named = [
        line.rsplit(" :: ", 1)[1] for line in classifiers if re.match("License :: .* ::", line)
    ]
    return named or [found.get("License", "").partition("\n")[0]]


@pytest.mark.parametrize("name", sorted(locked("requirements-dev.lock")))
def test_the_licence_of_a_locked_package_is_known_and_allowed(name):
    wanted = SAID_HERE.get(name)
    found = licences(metadata(name))

    assert found == [wanted] if wanted is not None else all(map(FREE.fullmatch, found)), (
        f"{name} is under {found}: read that licence, then name it here or drop the package."
    )


def test_what_is_for_development_only_is_not_delivered():
    assert not ONLY_FOR_DEVELOPMENT & locked("requirements.lock").keys()


def test_both_locks_hold_the_same_versions():
    runtime, development = locked("requirements.lock"), locked("requirements-dev.lock")

    assert {name: str(development[name]) for name in runtime} == {
        name: str(found) for name, found in runtime.items()
    }


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_address_and_no_path(name):
    text = (ROOT / name).read_text()

    assert not re.search(r"://|--(find-links|index|extra)|^ *-f |/(home|root|opt|tmp)/", text)
    assert len(re.findall(r"^\S+==", text, re.MULTILINE)) == len(
        re.findall(r"^\S+==[^\n]+\\\n    --hash=sha256:", text, re.MULTILINE)
    )
