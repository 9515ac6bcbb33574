"""How alike two German texts are: words, their parts and synonyms, rare ones counting more."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ideas.core.german import content_words, data_lines
from ideas.core.synonyms import synonyms
from ideas.core.word_parts import root, roots

PART, SYNONYM = 0.6, 0.9
TITLE = 2
# The two constants of BM25, and the length of a usual text.
SATURATION, LENGTH, USUAL_WORDS = 2.0, 0.7, 60
# So many unknown texts count with the known ones: few texts say little about what is rare.
UNKNOWN_TEXTS, USUAL = 100, 30
LONGEST_TEXT, MOST_WORDS, MOST_REPEATS = 2_000, 120, 3
LONGEST_KEY = 40

Profile = dict[str, float]
Rarity = Callable[[str], float]


@dataclass(frozen=True)
class Word:
    """One word of a question: how much it counts, and which keys answer it how well."""

    count: float
    keys: dict[str, float]


def profile(title: str, body: str) -> Profile:
    """Return the keys of a text and how strongly it is about each."""
    counts: defaultdict[str, float] = defaultdict(float)
    length = 0.0
    for text, weight in ((title, TITLE), (body, 1)):
        for word in content_words(text)[:LONGEST_TEXT]:
            length += weight
            for key, share in _own_keys(word).items():
                counts[key] += share * weight
    spread = 1 - LENGTH + LENGTH * length / USUAL_WORDS
    return {
        key: round(count * (SATURATION + 1) / (count + SATURATION * spread), 3)
        for key, count in counts.items()
    }


class Question:
    """A text for which similar ones are sought; `keys` answer its words, with their best weight."""

    def __init__(self, title: str, body: str) -> None:
        """Read title and body; of a very long text the first words count."""
        counts: Counter[str] = Counter()
        for text, weight in ((title, TITLE), (body, 1)):
            for word in content_words(text)[:MOST_WORDS]:
                counts[word] += weight
        self.words = [
            Word(min(count, MOST_REPEATS), _all_keys(word)) for word, count in counts.items()
        ]
        self.keys: dict[str, float] = {}
        for one in self.words:
            for key, share in one.keys.items():
                self.keys[key] = max(self.keys.get(key, 0.0), share * one.count)
        self._self = profile(title, body)

    def scorer(self, rarity: Rarity) -> Callable[[Mapping[str, float]], float]:
        """Return what says of a profile how alike it is, from 0 to 1; each word counts once."""
        rare = {key: rarity(key) for key in self.keys}
        answers: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, one in enumerate(self.words):
            for key, share in one.keys.items():
                answers[key].append((at, share * one.count * rare[key]))

        def found(other: Mapping[str, float]) -> float:
            best: dict[int, float] = {}
            for key in answers.keys() & other.keys():
                strength = other[key]
                for at, weight in answers[key]:
                    if weight * strength > best.get(at, 0.0):
                        best[at] = weight * strength
            return math.fsum(best.values())

        whole = found(self._self)
        return lambda other: min(1.0, found(other) / whole) if whole else 0.0


def rarity(key: str, known: int, texts: int) -> float:
    """Return how much a key counts that stands in so many of so many texts."""
    total = texts + UNKNOWN_TEXTS
    known += USUAL if key in _usual_keys() else 0
    return math.log(1 + (total - known + 0.5) / (known + 0.5))


@cache
def _usual_keys() -> frozenset[str]:
    words = content_words(" ".join(data_lines("usual_words.txt")))
    return frozenset(next(reversed(roots(word))) for word in words)


@lru_cache(maxsize=50_000)
def _own_keys(word: str) -> dict[str, float]:
    """Return the keys of a word: its root, and with less weight those of its parts."""
    found = roots(word)
    whole = next(reversed(found))
    return {key[:LONGEST_KEY]: 1.0 if key == whole else PART for key in found}


@lru_cache(maxsize=10_000)
def _all_keys(word: str) -> dict[str, float]:
    """Return the keys of a word and, with less weight, those of its synonyms."""
    found = dict(_own_keys(word))
    for key, stem in roots(word).items():
        share = _own_keys(word)[key[:LONGEST_KEY]] * SYNONYM
        for other, certainty in synonyms(stem).items():
            other_key = root(other)[:LONGEST_KEY]
            found[other_key] = max(found.get(other_key, 0.0), share * certainty)
    return found
