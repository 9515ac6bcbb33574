import pytest

from ideas.core.errors import Invalid
from ideas.core.i18n import speaking
from ideas.ideation.actions.idea_files import read_csv


@pytest.mark.parametrize(
    "content",
    [
        "titel;text\nKöln;Grüße\n".encode(),
        "\ufefftitel;text\nKöln;Grüße\n".encode(),
        "titel;text\nKöln;Grüße\n".encode("cp1252"),
        'Title,Proposal\n"Köln","Grüße"\n'.encode(),
        "Vorschlag\tTitel\nGrüße\tKöln\n\n".encode(),
    ],
)
def test_files_of_all_usual_kinds_are_read_alike(content):
    (row,) = read_csv(content)
    assert (row.line, row.title, row.proposal) == (2, "Köln", "Grüße")


def test_all_columns_have_their_names():
    head = "titel;problem;zielgruppe;vorschlag;nutzen;thema;kennung;quelle;anderes"
    (row,) = read_csv(f"{head}\n1;2;3;4;5;6;7;8;9\n".encode())
    assert (row.title, row.problem, row.audience, row.proposal) == ("1", "2", "3", "4")
    assert (row.benefit, row.topic, row.key, row.source) == ("5", "6", "7", "8")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Zeile 1: Es gibt keine Spalte"),
        (b"name;text\na;b\n", "Zeile 1: Es gibt keine Spalte"),
        (b"titel;text\na;b\nc\n", "Zeile 3: 1 Spalten statt 2"),
        (b"titel;text\na;b;c\n", "Zeile 2: 3 Spalten statt 2"),
        (b'titel;text\na;"offen\nb;c\n', "Zeile 2: Die Anf"),
        (b'titel;text\na;"zu"viel\n', "Zeile 2: Die Anf"),
        (b"titel;text\na;b\n ;c\n", "Zeile 3: Der Titel ist leer"),
        (b"titel;text\na;" + b"x" * 10_000_000, "Zeile 2: Ein Feld ist l"),
        (b"titel;text\na;b\0c\n", "Zeile 2: Ein Feld enth"),
        (b"titel" + b";x" * 1999 + b"\na" + b";" * 1999, "Zeile 1: mehr als 100 Spalten"),
        (b"titel;title\na;b\n", "Zeile 1: Zwei Spalten"),
        (b"titel\n" + b"x" * 201, "Zeile 2: „title“ ist l"),
        (b"titel\n\x81\n", "weder UTF-8 noch Windows-1252"),
        (b"titel\n" + b"x\n" * 25_000_001, "50 MB"),
    ],
    ids=range(14),
)
def test_a_damaged_file_is_refused_with_row_and_reason(app, content, said):
    with app.test_request_context(), speaking("de"), pytest.raises(Invalid) as refused:
        read_csv(content)
    assert said in refused.value.message
