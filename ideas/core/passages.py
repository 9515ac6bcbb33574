"""Passages that are to go: found however they are spaced, typed or marked up, and blacked out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ideas.core.client_data import BLACK, fold

SHORTEST = 3
NUMBERS_FROM = 5  # a passage with so many digits is a number, which people group as they like
BETWEEN_WORDS = r"[\W_]{1,6}"
IN_A_NUMBER = r"[\W_]{0,3}"


@dataclass(frozen=True)
class Part:
    """A piece of a text, and whether it is to go."""

    text: str
    goes: bool


class Passages:
    """Some passages, compared without regard to case, gaps, line ends and marks of Markdown."""

    def __init__(self, passages: Iterable[str]) -> None:
        """Take these passages; what is too short to mean one place is left out."""
        patterns = [_pattern(one) for one in sorted(passages, key=len, reverse=True)]
        known = [pattern for pattern in patterns if pattern]
        self._all = re.compile("|".join(known), re.IGNORECASE) if known else None

    def __bool__(self) -> bool:
        """Say whether there are any."""
        return self._all is not None

    def split(self, text: str) -> list[Part]:
        """Return the text in pieces: what stays and what goes."""
        parts, last = [], 0
        for start, end in self._spans(text):
            parts += [Part(text[last:start], goes=False), Part(text[start:end], goes=True)]
            last = end
        parts.append(Part(text[last:], goes=False))
        return [part for part in parts if part.text]

    def black_out(self, text: str) -> str:
        """Return the text without the passages."""
        return "".join(BLACK if part.goes else part.text for part in self.split(text))

    def count(self, text: str) -> int:
        """Return how often a passage stands in the text."""
        return len(self._spans(text))

    def _spans(self, text: str) -> list[tuple[int, int]]:
        return [match.span() for match in self._all.finditer(fold(text))] if self._all else []


def is_long_enough(passage: str) -> bool:
    """Say whether the passage has enough letters and digits to mean one place."""
    return sum(sign.isalnum() for sign in passage) >= SHORTEST


def _pattern(passage: str) -> str:
    if not is_long_enough(passage):
        return ""
    folded = fold(passage)
    is_number = sum(sign.isdigit() for sign in folded) >= NUMBERS_FROM
    words = re.findall(r"[^\W_]+", folded)
    joint = IN_A_NUMBER if is_number else ""
    between = IN_A_NUMBER if is_number else BETWEEN_WORDS
    body = between.join(joint.join(map(re.escape, word)) for word in words)
    return rf"(?<![^\W_]){body}(?![^\W_])"
