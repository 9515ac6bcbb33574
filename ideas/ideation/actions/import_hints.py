"""What a list to be imported repeats: ideas of the house, and earlier rows of the list itself."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ideas.core.similarity import Question, rarity
from ideas.core.similarity import profile as profile_of
from ideas.ideation.actions.idea_files import Row
from ideas.ideation.models import Status
from ideas.ideation.queries.likeness import (
    CANDIDATES,
    DIGITS,
    EVERYTHING,
    MOST,
    Counts,
    affordable,
    candidates,
    rank,
)


class Like(NamedTuple):
    """An idea, or an earlier row (which has no state yet), that a row is like."""

    number: str
    title: str
    status: Status | None
    score: float


class Told(NamedTuple):
    """A row of the list and what it is like, the most alike first."""

    row: Row
    similar: list[Like]


class _Rows:
    """The rows of a list: all of them count, those that were added can be found."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.profiles = [profile_of(row.title, _body(row)) for row in rows]
        self.known = Counter(key for keys in self.profiles for key in keys)
        self._postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)

    def add(self, at: int) -> None:
        for key, weight in self.profiles[at].items():
            self._postings[key].append((at, weight))

    def candidates(self, chosen: dict[str, float]) -> list[int]:
        sums: defaultdict[int, float] = defaultdict(float)
        for key, share in chosen.items():
            for at, weight in self._postings.get(key, ()):
                sums[at] += share * weight
        return sorted(sums, key=sums.__getitem__, reverse=True)[:CANDIDATES]


def hints_for(rows: Sequence[Row]) -> Iterator[Told]:
    """Say of each row what is there already, among all ideas and the rows before it."""
    listed = _Rows(rows)
    for at, row in enumerate(rows):
        yield Told(row, _similar(row, rows, listed))
        listed.add(at)


def _similar(row: Row, rows: Sequence[Row], listed: _Rows) -> list[Like]:
    question = Question(row.title, _body(row))
    keys = question.keys
    counts = Counts(keys, is_wide=True)
    known = {key: counts.known.get(key, 0) + listed.known[key] for key in keys}
    texts = counts.ideas + len(rows)

    def rare(key: str) -> float:
        return rarity(key, known.get(key, 0), texts)

    score = question.scorer(rare)
    ids = candidates(keys, counts.known, rare, EVERYTHING)
    stored = [
        Like(one.idea.number, one.idea.title, one.idea.status, one.score)
        for one in rank(score, ids, EVERYTHING)
    ]
    earlier = [
        _as_like(rows[at], round(score(listed.profiles[at]), DIGITS))
        for at in listed.candidates(affordable(keys, listed.known, rare))
    ]
    found = [one for one in (*stored, *earlier) if one.score > 0]
    return sorted(found, key=lambda one: -one.score)[:MOST]


def _as_like(row: Row, score: float) -> Like:
    return Like(f"row {row.line}", row.title, None, score)


def _body(row: Row) -> str:
    return f"{row.problem} {row.audience} {row.proposal} {row.benefit}"
