"""The places of a text where something was found: a few words around them, marked."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from ideas.core import german
from ideas.core.search_words import Part, SearchWords

AROUND, LONGEST = 60, 220
RAW_WORD = re.compile(r"[^\W_]+")
LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
MARKDOWN = re.compile(r"^\s*(?:#{1,6}|>|[-+*]|\d+\.)\s+|[*`]+|__+|~~|\\(?=\W)", re.MULTILINE)
# How a folded letter may be written; two of them stand for one.
SPELLINGS = {"a": "(?:ae|ä|a)", "o": "(?:oe|ö|o)", "u": "(?:ue|ü|u)", "ss": "(?:ss|ß)", "s": "[sß]"}
LETTER = re.compile("ss|.")
FIRST = 4  # so many letters of a word are compared before its stem is


class Spot(NamedTuple):
    """Where a part of what was looked for stands."""

    start: int
    end: int
    part: Part


class Finder:
    """Finds in texts what somebody looks for, as the index does."""

    def __init__(self, wanted: SearchWords) -> None:
        """Look for these parts."""
        self.parts = wanted.parts
        ways = "|".join(sorted({_spelled(word) for word in self._words()}))
        self._candidate = re.compile(rf"(?<![^\W_])(?:{ways})[^\W_]*", re.IGNORECASE)

    @property
    def patterns(self) -> list[str]:
        """Return what LIKE finds at least all the same texts with."""
        return [f"%{re.sub('[aou]e?|ss?', '%', word[:FIRST])}%" for word in self._words()]

    def spots(self, text: str) -> list[Spot]:
        """Return where parts stand, in the order of the text."""
        return [
            Spot(found.start(), end, part)
            for found in self._candidate.finditer(text)
            for part in self.parts
            if (end := _end(part, text, found))
        ]

    def marked(self, text: str) -> Markup:
        """Return the text, escaped, with marks around what was found."""
        pieces, at = [], 0
        for start, end in _united(self.spots(text)):
            pieces += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
            at = end
        return Markup("").join([*pieces, escape(text[at:])])

    def snippet(self, text: str, spots: Sequence[Spot]) -> Markup:
        """Return the words around the place where most parts stand together, marked."""
        first = max(spots, key=lambda spot: (len(_near(spot, spots)), -spot.start))
        start = max(0, first.start - AROUND)
        start = text.rfind(" ", max(0, start - AROUND), start + 1) + 1 or start
        end = min(len(text), max(first.end, start + LONGEST))
        end = end if end == len(text) else max(first.end, text.rfind(" ", start, end))
        words = " ".join(MARKDOWN.sub("", LINK.sub(r"\1", text[start:end])).split())
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return Markup("{}{}{}").format(before, self.marked(words), after)

    def _words(self) -> Iterable[str]:
        for part in self.parts:
            yield from (one for one in (*part.stems[:1], _as_stem(part.beginning)) if one)


def _near(first: Spot, spots: Sequence[Spot]) -> set[Part]:
    return {spot.part for spot in spots if 0 <= spot.start - first.start <= LONGEST - AROUND}


def _end(part: Part, text: str, found: re.Match[str]) -> int:
    """Return where the part ends that begins with the word found; 0 if it does not."""
    word = found[0]
    if part.beginning and german.fold(word).startswith(part.beginning):
        return found.end()
    at, left = found.start(), list(part.stems)
    while left:
        here = RAW_WORD.search(text, at)
        terms = german.terms(here[0]) if here else []
        if not here or not terms or left[: len(terms)] != terms:
            return 0
        left, at = left[len(terms) :], here.end()
    return at if part.stems else 0


def _united(spots: Iterable[Spot]) -> list[tuple[int, int]]:
    """Return the marked stretches in their order; those that touch are one."""
    stretches: list[tuple[int, int]] = []
    for start, end, _part in spots:
        if stretches and start < stretches[-1][1]:
            start, end = stretches[-1][0], max(end, stretches.pop()[1])  # noqa: PLW2901
        stretches.append((start, end))
    return stretches


def _as_stem(beginning: str) -> str:
    """Return a beginning as stems write it, where umlauts are plain letters."""
    return re.sub("([aou])e", r"\1", beginning)


def _spelled(word: str) -> str:
    letters = LETTER.findall(word[:FIRST])
    return "".join(SPELLINGS.get(letter, letter) for letter in letters)
