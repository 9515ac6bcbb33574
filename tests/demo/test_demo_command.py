"""The command `demo`: credentials as JSON, and a sentence when it cannot."""

import json

from tests.demo.conftest import TODAY


def demo(app, *arguments):
    return app.test_cli_runner().invoke(args=["demo", *arguments])


def test_it_writes_how_everybody_signs_in(app, empty, tmp_path):
    out = tmp_path / "creds.json"
    words = ["--people", "15", "--ideas", "2", "--today", TODAY.isoformat(), "--out", str(out)]
    assert demo(app, *words).exit_code == 0
    people = json.loads(out.read_text())
    assert [row["name"] for row in people[:2]] == ["Anna Brandes", "Bernd Kowalke"]
    assert {tuple(sorted(row)) for row in people} == {("email", "name", "password", "roles")}
    again = demo(app, *words)
    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr.strip().endswith(".")


def test_too_few_people_end_with_a_sentence(app):
    result = demo(app, "--people", "3")
    assert result.exit_code == 2
    assert "--people" in result.stderr
