"""The one shape of a check: a statement that finds nothing, and a sentence for what it finds."""

from collections.abc import Iterator

from sqlalchemy import Executable

from ideas.core.database import session


def each(sentence: str, broken: Executable) -> Iterator[str]:
    """Yield the sentence for each row found, its places filled with the row's values."""
    for row in session.execute(broken):
        yield sentence.format(*row)
