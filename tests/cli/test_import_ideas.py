"""Ideas from a list come in by a command."""

import pytest
from sqlalchemy import func, select

from ideas.core.database import session, transaction
from ideas.ideation.models import Idea
from ideas.ideation.queries import Wanted, ideas_matching

LIST = "kennung;titel;text;quelle\n" + "".join(f"K{n};Idee {n};Text;Umfrage\n" for n in range(12))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ideen.csv"
    path.write_text(LIST, encoding="utf-8-sig")
    return path


def stored():
    with transaction():
        return session.scalar(select(func.count()).select_from(Idea))


def test_the_list_comes_in_once(house, run, file, clara):
    assert house.in_transaction()
    assert "Übernommen: 12. Schon da: 0." in run("import-ideas", file).output
    assert "Übernommen: 0. Schon da: 12." in run("import-ideas", file).output
    with transaction():
        found = ideas_matching(Wanted(words="Idee 7"), reader=clara)
        assert [row.title for row in found] == ["Idee 7"]


def test_a_dry_run_shows_and_adds_nothing(house, run, file):
    assert house.in_transaction()
    output = run("import-ideas", file, "--dry-run").output
    assert "In „Offener Ideenkanal“ kämen:" in output
    assert "Zeile 2: Idee 0" in output
    assert "… und 2 weitere" in output
    assert "Würden übernommen: 12. Schon da: 0." in output
    assert stored() == 0


def test_campaign_and_author_can_be_named(house, run, file, anna):
    assert house.in_transaction()
    options = ("--campaign", "Offener Ideenkanal", "--author", anna.email.upper())
    assert run("import-ideas", file, *options).exit_code == 0
    with transaction():
        assert set(session.scalars(select(Idea.author_id))) == {anna.id}


def test_rows_with_data_of_clients_are_refused_or_named_but_never_shown(house, run, tmp_path):
    assert house.in_transaction()
    listed = tmp_path / "liste.csv"
    listed.write_text("titel;text\nGut;ja\nRuf an;Frau Kowalski, 0170 1234567\n")
    output = run("import-ideas", listed, "--dry-run").output
    assert "Zeile 3: Name einer Person" in output
    assert "Zeile 3: Telefonnummer" in output
    assert "Kowalski" not in output
    with listed.open("a") as more:
        more.write("Konto;DE89 3704 0044 0532 0130 00\n")
    result = run("import-ideas", listed)
    assert (result.exit_code, "Zeile 4: Bankverbindung (IBAN)" in result.output) == (2, True)
    assert stored() == 0


def test_what_cannot_be_done_ends_with_a_sentence_and_2(house, run, file, tmp_path):
    assert house.in_transaction()
    damaged = tmp_path / "kaputt.csv"
    damaged.write_text("titel;text\nGut;ja\n;nein\n")
    for arguments, sentence in (
        ((damaged,), "Zeile 3: Der Titel ist leer."),
        ((file, "--campaign", "Winter"), "Es gibt keine Kampagne mit dem Namen „Winter“."),
        ((file, "--author", "x@y.example"), "Niemand hier hat die Adresse x@y.example."),
        ((tmp_path / "fehlt.csv",), "fehlt.csv"),
    ):
        result = run("import-ideas", *arguments)
        assert (result.exit_code, sentence in result.output) == (2, True), result.output
    assert stored() == 0
