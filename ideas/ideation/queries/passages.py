"""The passages that show why a search has found an idea."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from ideas.core import clock
from ideas.core.database import session
from ideas.core.search_words import SearchWords
from ideas.core.snippets import Finder
from ideas.ideation.queries.public_words import APART, Place, public_words

MOST = 3
ORDER = list(Place)


class Passage(NamedTuple):
    """A few words of an idea, with marks, and where they stand."""

    place: Place
    words: Markup


class Found(NamedTuple):
    """Title and passages of a found idea."""

    title: Markup
    passages: list[Passage]


def passages_of(rows: Sequence[Any], wanted: SearchWords) -> dict[int, Found]:
    """Return for these rows of a list what was found in them; one statement for all."""
    if not (wanted.parts and rows):
        return {}
    finder = Finder(wanted)
    likes = {f"like_{n}": like for n, like in enumerate(finder.patterns)}
    ids = [row.id for row in rows]
    values = {"ids": ids, "now": clock.now(), **likes}
    texts: dict[int, list[Any]] = defaultdict(list)
    for text in session.execute(public_words(len(likes)), values):
        texts[text.idea_id].append(text)
    return {row.id: _found(row, texts[row.id], finder) for row in rows}


def _found(row: Any, texts: list[Any], finder: Finder) -> Found:
    """Show further places only for what the earlier ones do not show."""
    missing = set(finder.parts) - {spot.part for spot in finder.spots(row.title)}
    passages: list[Passage] = []
    texts.sort(key=lambda text: (ORDER.index(Place(text.place)), -text.n))
    pieces = ((Place(text.place), one) for text in texts for one in text.text.split(APART))
    for place, text in pieces:
        spots = finder.spots(text)
        new = missing & {spot.part for spot in spots}
        if spots and (new or (not passages and place == Place.TEXT)):
            missing -= new
            passages.append(Passage(place, finder.snippet(text, spots)))
        if len(passages) == MOST or (passages and not missing):
            break
    return Found(finder.marked(row.title), passages)
