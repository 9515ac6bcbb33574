"""The words around what was found, marked and escaped."""

import pytest

from ideas.core.search_words import read_words
from ideas.core.snippets import AROUND, LONGEST, Finder


def marked(typed, text):
    return str(Finder(read_words(typed)).marked(text))


def snippet(typed, text):
    finder = Finder(read_words(typed))
    return str(finder.snippet(text, finder.spots(text)))


@pytest.mark.parametrize(
    ("typed", "text", "result"),
    [
        ("haus", "Das Haus, die Häuser", "Das <mark>Haus</mark>, die <mark>Häuser</mark>"),
        ("Schluessel", "SCHLÜSSELKASTEN", "<mark>SCHLÜSSELKASTEN</mark>"),
        ("gruß", "Grüße, Gruss, Gras", "<mark>Grüße</mark>, <mark>Gruss</mark>, Gras"),
        ("anwendu*", "Anwendung anwenden", "<mark>Anwendung</mark> anwenden"),
        ("akte x", "Untakte Akten", "Untakte <mark>Akten</mark>"),
        ('"im Amt"', "Im Amt, im alten Amt", "<mark>Im Amt</mark>, im alten Amt"),
        ('"im Amt" amt', "im Amt", "<mark>im Amt</mark>"),
        ("haus", "İİ HAUS _Haus_", "İİ <mark>HAUS</mark> _<mark>Haus</mark>_"),
        ("b", "<b>b</b>", "&lt;<mark>b</mark>&gt;<mark>b</mark>&lt;/<mark>b</mark>&gt;"),
        ("C++", "C++ und B", "<mark>C</mark>++ und B"),
    ],
)
def test_marks_stand_around_what_was_found(typed, text, result):
    assert marked(typed, text) == result


def test_a_snippet_shows_the_place_where_most_stands_together():
    text = "Post kommt. " + "Dazwischen steht viel. " * 30 + "Die **Post** bringt [Akten](/x)."
    found = snippet("post akten", text)
    assert found.startswith("… ")
    assert found.endswith("Die <mark>Post</mark> bringt <mark>Akten</mark>.")


def test_a_snippet_is_short_even_without_spaces():
    found = snippet("ab*", "x" * 5_000 + "-ab-" + "y" * 5_000)
    assert "<mark>ab</mark>" in found
    assert len(found) < LONGEST + 2 * AROUND
