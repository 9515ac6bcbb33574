"""The places of a text where something was found: a few words around them, marked."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from ideas.core import german
from ideas.core.search_words import Part, SearchWords

AROUND, LONGEST = 60, 220
APART = "\u2029"  # stands between two texts
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
        self._known: dict[str, list[Part]] = {}
        ways = "|".join(sorted({_spelled(word) for word in self._words()}))
        # Small letters and no look behind: this pattern runs over every text that is shown.
        self._candidate = re.compile(rf"(?:{ways})[^\W_]*")

    @property
    def patterns(self) -> list[str]:
        """Return what LIKE finds at least all the same texts with."""
        return [f"%{re.sub('[aou]e?|ss?', '%', word[:FIRST])}%" for word in self._words()]

    def spots(self, text: str) -> list[Spot]:
        """Return where parts stand, in the order of the text."""
        spots = []
        for found in self._candidate.finditer(_small(text)):
            word, (start, end) = found[0], found.span()
            if start and text[start - 1].isalnum():
                continue
            if word not in self._known:
                self._known[word] = [part for part in self.parts if _may_begin(part, word)]
            for part in self._known[word]:
                last = end if len(part.stems) < 2 else _end(part, text, start)  # noqa: PLR2004
                if last:
                    spots.append(Spot(start, last, part))
        return spots

    def marked(self, text: str) -> Markup:
        """Return the text, escaped, with marks around what was found."""
        pieces, at = "", 0
        for start, end in _united(self.spots(text)):
            pieces += f"{escape(text[at:start])}<mark>{escape(text[start:end])}</mark>"
            at = end
        return Markup(f"{pieces}{escape(text[at:])}")  # noqa: S704 (each piece was escaped)

    def snippet(self, text: str, spots: Sequence[Spot]) -> Markup:
        """Return the words around the place where most parts stand together, marked."""
        first = spots[0]
        if any(spot.part != first.part for spot in spots):
            first = max(spots, key=lambda spot: (len(_near(spot, spots)), -spot.start))
        start = max(0, first.start - AROUND)
        start = text.rfind(" ", max(0, start - AROUND), start + 1) + 1 or start
        end = min(len(text), max(first.end, start + LONGEST))
        end = end if end == len(text) else max(first.end, text.rfind(" ", start, end))
        begin = text.rfind(APART, start, first.start) + 1
        stop = text.find(APART, first.end, end)
        start, end = max(start, begin), end if stop < 0 else stop
        words = text[start:end]
        words = LINK.sub(r"\1", words) if "](" in words else words
        words = " ".join(MARKDOWN.sub("", words).split())
        before = "… " if start and text[start - 1] != APART else ""
        after = " …" if end < len(text) and text[end] != APART else ""
        return self.marked(f"{before}{words}{after}")

    def _words(self) -> Iterable[str]:
        for part in self.parts:
            yield from (one for one in (*part.stems[:1], _as_stem(part.beginning)) if one)


def _small(text: str) -> str:
    """Return the text in small letters, each where it stood."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def _near(first: Spot, spots: Sequence[Spot]) -> set[Part]:
    return {spot.part for spot in spots if 0 <= spot.start - first.start <= LONGEST - AROUND}


def _may_begin(part: Part, word: str) -> bool:
    """Say whether the word is the part, or the first word of a phrase."""
    if part.beginning and german.fold(word).startswith(part.beginning):
        return True
    terms = german.terms(word)
    return bool(terms) and part.stems[: len(terms)] == tuple(terms)


def _end(part: Part, text: str, at: int) -> int:
    """Return where the phrase ends whose first word stands here; 0 if it does not go on."""
    left = list(part.stems)
    while left:
        here = RAW_WORD.search(text, at)
        terms = german.terms(here[0]) if here else []
        if not here or not terms or left[: len(terms)] != terms:
            return 0
        left, at = left[len(terms) :], here.end()
    return at


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
