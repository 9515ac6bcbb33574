"""The passages that show why a search has found an idea."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from ideas.core import clock
from ideas.core.database import session
from ideas.core.search_words import SearchWords
from ideas.core.snippets import Finder
from ideas.ideation.queries.public_words import Place, public_words

MOST = 3
ORDER = {place.value: n for n, place in enumerate(Place)}


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
    """Show one place of the text, and other places for what does not stand in it."""
    missing = {*finder.parts}
    if len(texts) > 1:
        missing -= {spot.part for spot in finder.spots(row.title)}
        texts.sort(key=lambda text: (ORDER[text.place], -text.n))
    passages: list[Passage] = []
    for place, text in ((one.place, one.text) for one in texts):
        spots = finder.spots(text)
        new = missing.intersection(spot.part for spot in spots)
        if new or (spots and not passages and place == Place.TEXT.value):
            missing -= new
            passages.append(Passage(Place(place), finder.snippet(text, spots)))
        if (passages and not missing) or len(passages) == MOST:
            break
    return Found(finder.marked(row.title), passages)
