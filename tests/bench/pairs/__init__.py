"""Pairs of texts that say the same in other words, to measure what similar ideas are found."""

import csv
import os
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple

from ideas.core.german import fold, stop_words
from ideas.demo import texts

FOLDER = Path(__file__).parent
KREFELD = "IDEAS_BENCH_KREFELD"  # where the list of the participation lies, if it does
FEW, MANY = 120, 10_000
WORD = re.compile(r"\w+")


class Text(NamedTuple):
    """A title and what follows it."""

    title: str
    body: str = ""

    @property
    def words(self) -> set[str]:
        """Its word forms, without those that say nothing."""
        return set(WORD.findall(fold(" ".join(self)))) - stop_words()


class Pair(NamedTuple):
    """An idea and the same idea in other words."""

    idea: Text
    again: Text


def own(name: str) -> list[Pair]:
    """The pairs of a file that holds both sides."""
    return [Pair(_text(idea), _text(again)) for idea, again in _lines(name)]


def of_demo() -> list[Pair]:
    """Ideas of the demonstration, which had been written before, in other words."""
    ideas = {idea.title: idea for idea in demo_texts()}
    return [Pair(ideas[title], _text(again)) for title, again in _lines("demo.txt")]


def of_krefeld() -> list[Pair]:
    """Texts of the participation in other words; none without its file."""
    known = dict(krefeld_texts())
    return [Pair(known[key], _text(again)) for key, again in _lines("krefeld.txt") if known]


def demo_texts() -> list[Text]:
    files = (texts.read(f"ideas_{n}") for n in range(1, 5))
    parts = ("problem", "audience", "proposal", "benefit")
    return [
        Text(idea["title"], " ".join(idea.get(part) or "" for part in parts))
        for ideas in files
        for idea in ideas
    ]


def krefeld_texts() -> Iterator[tuple[str, Text]]:
    path = os.environ.get(KREFELD)
    if path:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                yield row["kennung"], Text(row["titel"], row["text"])


def others(count: int) -> list[Text]:
    """So many more ideas: those of the demonstration, then others put together from its parts."""
    blocks, rng = texts.read("building_blocks"), Random(2026)
    parts = blocks["title_parts"]
    titles = list(product(parts["what"], parts["for"], "ABCDEFG"))
    made = [
        Text(f"{what} {whom} (Team {team})", " ".join(_body(blocks, rng)))
        for what, whom, team in rng.sample(titles, count)
    ]
    return [*demo_texts(), *made][:count]


def _body(blocks: dict, rng: Random) -> list[str]:
    benefit = rng.choice(blocks["benefit"])
    return [*rng.sample(blocks["problem"], 2), *rng.sample(blocks["proposal"], 2), benefit]


def _lines(name: str) -> Iterator[tuple[str, str]]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            idea, _bars, again = line.partition(" || ")
            yield idea, again


def _text(line: str) -> Text:
    title, _bar, body = line.partition(" | ")
    return Text(title, body)
