"""German words as search sees them: folded and reduced to their stems."""

import re
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[0-9a-z]+")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
MAX_WORDS = 20_000
_stemmer = snowballstemmer.stemmer("german")


def folded(text: str) -> str:
    """Return the text without capitals, umlauts and ß, as names are compared."""
    return text.casefold().translate(UMLAUTS)


def terms(text: str) -> list[str]:
    """Return the stems of the text's words in their order, umlauts and ß folded."""
    return [_stem(word) for word in WORD.findall(folded(text))[:MAX_WORDS]]


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_stemmer.stemWord(word))
