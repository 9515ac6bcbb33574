"""German words as search sees them: folded, reduced to stems, and what they are made of."""

import re
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer

DATA = Path(__file__).parent / "data"
WORD = re.compile(r"[0-9a-z]+")
# The one letter before a hyphen belongs to its word: E-Akte, U-Bahn.
LETTER_HYPHEN = re.compile(r"\b([a-z])-(?=[a-z]{3})")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
MAX_WORDS = 20_000
SHORTEST, LONGEST = 2, 60
_stemmer = snowballstemmer.stemmer("german")


def words(text: str) -> list[str]:
    """Return the folded words of the text in their order; of an endless one its beginning."""
    return [word[:LONGEST] for word in WORD.findall(fold(text))[:MAX_WORDS]]


def terms(text: str) -> list[str]:
    """Return the stems of the text's words in their order, umlauts and ß folded."""
    return [stem(word) for word in words(text)]


def content_words(text: str) -> list[str]:
    """Return the folded words that say what a text is about, in their order."""
    words = WORD.findall(LETTER_HYPHEN.sub(r"\1", fold(text)))[:MAX_WORDS]
    return [word for word in words if len(word) >= SHORTEST and word not in stop_words()]


def fold(text: str) -> str:
    """Return the text in small letters without umlauts and ß."""
    return text.casefold().translate(UMLAUTS)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of one folded word."""
    return str(_stemmer.stemWord(word))


@cache
def stop_words() -> frozenset[str]:
    """Return the folded words that say nothing about a text."""
    return frozenset(word for line in data_lines("stop_words.txt") for word in fold(line).split())


def data_lines(name: str) -> list[str]:
    """Return the lines of a data file without headings and empty ones."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
