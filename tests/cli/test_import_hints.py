"""A list can be checked before it is brought in."""

import json

import pytest
from sqlalchemy import func, select

from ideas.core.database import session, transaction
from ideas.ideation.actions import Texts
from ideas.ideation.models import Idea, IdeaKey, KeyCount
from tests.build.ideation import submitted_idea

THERE = Texts("Terminvergabe im Internet", "Das Telefon ist besetzt.", "", "Kunden buchen selbst.")
LIST = """titel;text
Vergabe von Terminen online;Ratsuchende reservieren auf der Webseite.

Obst in der Pause;Jeden Montag frische Äpfel.
Ein Obstkorb für das Team;Äpfel und andere Früchte am Wochenanfang.
Vergabe von Terminen online;Ratsuchende reservieren auf der Webseite.
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ideen.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def rows_of(*models):
    with transaction():
        return [session.scalar(select(func.count()).select_from(model)) for model in models]


def test_one_object_a_row_names_ideas_and_earlier_rows(house, run, file, anna):
    assert house.in_transaction()
    number = submitted_idea(by=anna, texts=THERE)
    before = rows_of(Idea, IdeaKey, KeyCount)
    result = run("import-ideas", file, "--dry-run", "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["row"] for row in rows] == [2, 4, 5, 6]
    assert rows[0]["title"] == "Vergabe von Terminen online"
    best = rows[0]["similar"][0]
    assert (best["number"], best["title"]) == (number, THERE.title)
    assert best["status"] == "submitted"
    assert list(best) == ["number", "title", "status", "score"]
    assert rows[2]["similar"][0]["number"] == "row 4"
    assert rows[3]["similar"][0] | {"score": 1.0} == rows[3]["similar"][0]
    assert rows[3]["similar"][0]["number"] == "row 2"
    for row in rows:
        scores = [like["score"] for like in row["similar"]]
        assert len(scores) <= 5
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 and round(score, 5) == score for score in scores)
    assert rows_of(Idea, IdeaKey, KeyCount) == before


def test_without_json_the_hints_are_readable(house, run, file, anna):
    assert house.in_transaction()
    number = submitted_idea(by=anna, texts=THERE)
    output = run("import-ideas", file, "--dry-run").output
    assert "Zeile 2, „Vergabe von Terminen online“, gibt es vielleicht schon:" in output
    assert f"{number}  Terminvergabe im Internet (Eingereicht)" in output
    assert "Zeile 4  Obst in der Pause" in output


def test_json_stands_with_a_dry_run_only(house, run, file):
    assert house.in_transaction()
    result = run("import-ideas", file, "--json")
    assert result.exit_code == 2
    assert "nur zusammen mit --dry-run" in result.output


def test_a_reindex_finds_everything_again(house, run, file):
    assert house.in_transaction()
    run("import-ideas", file)
    before = rows_of(IdeaKey)
    assert "Neu aufgenommen: 3 Ideen." in run("reindex").output
    assert rows_of(IdeaKey) == before
