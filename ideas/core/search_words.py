"""What somebody types into a search field, as parts that each must be found; no input is syntax."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ideas.core import german

MOST_WORDS = 12
LONGEST = 1_000
SHORTEST_BEGINNING = 2
# A last word that is still being typed finds what begins with it, unless it is a mere letter.
SHORTEST_LAST = 3
QUOTES = '"„“”«»'
WORD_OR_BEGINNING = re.compile(r"([0-9a-z]+)(\*?)")
PIECE = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]|([^\s{QUOTES}]+)")


class Part(NamedTuple):
    """Stems that stand beside each other, or a word that begins like this."""

    stems: tuple[str, ...] = ()
    beginning: str = ""


@dataclass(frozen=True)
class SearchWords:
    """All parts that are looked for; `is_cut` says that more was typed."""

    parts: tuple[Part, ...] = ()
    is_cut: bool = False

    @cached_property
    def phrases(self) -> list[Part]:
        """Return the parts of several words."""
        return [part for part in self.parts if len(part.stems) > 1]


def read_words(typed: str) -> SearchWords:
    """Return what is looked for: words, `"phrases"` and beginnings such as `form*`."""
    parts: list[Part] = []
    pieces = list(PIECE.finditer(typed[:LONGEST]))
    for n, piece in enumerate(pieces, 1):
        phrase, loose = piece.groups()
        parts += _phrase(phrase) if loose is None else _loose(loose, is_last=n == len(pieces))
    kept, left = [], MOST_WORDS
    for part in dict.fromkeys(parts):
        fits = Part(part.stems[:left], part.beginning)
        if left > 0:
            kept.append(fits)
        left -= max(len(part.stems), 1)
    return SearchWords(tuple(kept), is_cut=left < 0 or len(typed) > LONGEST)


def _phrase(text: str) -> list[Part]:
    stems = tuple(german.terms(text))
    return [Part(stems)] if stems else []


def _loose(text: str, *, is_last: bool) -> list[Part]:
    """Return the words of a piece without spaces, each by itself."""
    parts = []
    found = list(WORD_OR_BEGINNING.finditer(german.fold(text)))
    for n, one in enumerate(found, 1):
        (word,) = german.words(one[1])
        stems = (german.stem(word),)
        if one[2] and len(word) >= SHORTEST_BEGINNING:
            parts.append(Part(beginning=word))
        elif is_last and n == len(found) and len(word) >= SHORTEST_LAST:
            parts.append(Part(stems, word))
        else:
            parts.append(Part(stems))
    return parts
