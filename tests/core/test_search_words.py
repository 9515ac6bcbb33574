"""What is typed into a search field: words, phrases, beginnings; everything else is literal."""

import pytest

from ideas.core.search_words import LONGEST, MOST_WORDS, Part, read_words


def beginning(word):
    return Part(beginning=word)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("", []),
        ("Akten im Büro", [Part(("akt",)), Part(("im",)), Part(("buro",), "buero")]),
        ("Häuser Häuser Haus*", [Part(("haus",)), beginning("haus")]),
        ('"Akten im Büro"', [Part(("akt", "im", "buro"))]),
        ("„Akten im“ Ort", [Part(("akt", "im")), Part(("ort",), "ort")]),
        ('im "Akten Ort', [Part(("im",)), Part(("akt",)), Part(("ort",), "ort")]),
        ('Form"', [Part(("form",), "form")]),
        ("Verwalt* ab", [beginning("verwalt"), Part(("ab",))]),
        ("*ab a* * C++ -x", [Part(("ab",)), Part(("a",)), Part(("c",)), Part(("x",))]),
        ("E-Akte NOT a:", [Part(("e",)), Part(("akt",)), Part(("not",)), Part(("a",))]),
        ('"" "*" "\x00" 🙈', []),
    ],
)  # fmt: skip
def test_words_phrases_and_beginnings(typed, parts):
    wanted = read_words(typed)
    assert (list(wanted.parts), wanted.is_cut) == (parts, False)


def test_too_much_is_cut_and_says_so():
    many = read_words(" ".join(f"wort{n}" for n in range(5_000)))
    assert (len(many.parts), many.is_cut) == (MOST_WORDS, True)
    phrase = read_words('"' + "ja " * (MOST_WORDS + 1) + '"')
    assert (len(phrase.parts[0].stems), phrase.is_cut) == (MOST_WORDS, True)
    assert read_words("a" * (LONGEST + 1)).is_cut
    assert not read_words("a" * LONGEST).is_cut
    assert not read_words(" ".join(f"wort{n}" for n in range(MOST_WORDS))).is_cut
