"""Words that stand for one another: the office's own list, and OpenThesaurus."""

import gzip
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ideas.core import german

OFFICE, THESAURUS = 1.0, 0.8
NOUN = "+"  # stands behind the stem of a noun in the data
MOST = 40
BEGINNING = 4
FEWEST_PLAIN = 3  # a group of more words than this says less about each of them


@lru_cache(maxsize=20_000)
def synonyms(stem: str) -> dict[str, float]:
    """Return the stems that may stand for this one and how surely, the surest first."""
    found: dict[str, float] = {}
    for source, certainty in ((_office(), OFFICE), (_thesaurus(), THESAURUS)):
        for group in source.get(stem, ()):
            spread = 1.0 if certainty == OFFICE else min(1.0, (FEWEST_PLAIN / len(group)) ** 0.5)
            for other in group:
                if other != stem:
                    found[other] = max(found.get(other, 0.0), certainty * spread)
    best = sorted(found.items(), key=lambda pair: -pair[1])
    return dict(best[:MOST])


def is_known(stem: str) -> bool:
    """Say whether a word of this stem stands in one of the lists."""
    return stem in _office() or stem in _thesaurus()


def is_noun(stem: str) -> bool:
    """Say whether a noun of this stem stands in one of the lists."""
    return stem in _nouns()


def may_be_known(word: str) -> bool:
    """Say quickly whether a word that begins like this folded one stands in the lists."""
    plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return plain[:BEGINNING] in _begun() or plain[: BEGINNING - 1] in _begun()


@cache
def _begun() -> frozenset[str]:
    return frozenset(stem[:BEGINNING] for source in (_office(), _thesaurus()) for stem in source)


@cache
def _nouns() -> frozenset[str]:
    office = " ".join(german.data_lines("office_words.txt"))
    capitals = german.content_words(" ".join(re.findall(r"\b[A-ZÄÖÜ][\w-]+", office)))
    marked = (word for line in _lines() for word in line.split() if word.endswith(NOUN))
    return frozenset(word.removesuffix(NOUN) for word in marked) | {
        german.stem(word) for word in capitals
    }


@cache
def _office() -> dict[str, list[list[str]]]:
    return _by_stem(
        list(dict.fromkeys(german.stem(word) for word in german.content_words(line)))
        for line in german.data_lines("office_words.txt")
    )


@cache
def _thesaurus() -> dict[str, list[list[str]]]:
    return _by_stem(line.replace(NOUN, "").split() for line in _lines())


def _lines() -> list[str]:
    packed = (german.DATA / "openthesaurus.txt.gz").read_bytes()
    return gzip.decompress(packed).decode("ascii").splitlines()


def _by_stem(groups: Iterator[list[str]]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for group in groups:
        for stem in group:
            found.setdefault(stem, []).append(group)
    return found
