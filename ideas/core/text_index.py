"""A room's full-text index: a table of terms, searched by FTS5 on SQLite, GIN on PostgreSQL."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, Table, and_, column, func, or_, select, table, text
from sqlalchemy import literal_column as literally
from sqlalchemy.orm import Session

from ideas.core import german
from ideas.core.search_words import Part, SearchWords

# PostgreSQL keeps at most a megabyte of different words with their places for one row.
LONGEST = 500_000
APART = " | "  # no phrase leads from one text into the next
SIMPLE: ColumnElement[str] = literally("'simple'")
CREATE_FTS5 = "CREATE VIRTUAL TABLE {name}_fts USING fts5(terms)"
CREATE_GIN = "CREATE INDEX ix_{name}_terms ON {name} USING gin (to_tsvector('simple', terms))"


class TextIndex:
    """The index of one table (columns `id`, `position`, `terms`, `words`).

    `terms` holds the stems of each text in their order, `words` each word once as it is written,
    for beginnings. What is found comes by `position`: it says where a row stands in its list.
    """

    def __init__(self, rows: Table) -> None:
        """Index this table."""
        self._name = rows.name
        self._rows = rows
        self._fts = table(f"{rows.name}_fts", column("rowid"), column("terms"), column("words"))

    def write(self, session: Session, key: int, texts: Sequence[str], *, position: int) -> None:
        """Store what is found of one row's texts; an earlier version is replaced."""
        found = self.content(texts)
        known = session.execute(
            self._rows.update()
            .where(self._rows.c.id == key)
            .values(position=position, **found)
            .returning(self._rows.c.id)
        )
        if known.first() is None:
            session.execute(self._rows.insert().values(id=key, position=position, **found))
        if session.get_bind().dialect.name == "sqlite":
            replace = self._fts.insert().prefix_with("OR REPLACE")
            session.execute(replace.values(rowid=position, **found))

    @staticmethod
    def content(texts: Sequence[str]) -> dict[str, str]:
        """Return what is stored of these texts; of a very long whole the end is left out."""
        words = [german.words(one) for one in texts]
        terms = APART.join(" ".join(map(german.stem, some)) for some in words if some)
        different = " ".join(sorted({word for some in words for word in some}))
        return {"terms": _cut(terms), "words": _cut(different)}

    def forget(self, session: Session) -> None:
        """Overwrite what the index still holds of texts that were replaced."""
        if session.get_bind().dialect.name == "sqlite":
            name = f"{self._name}_fts"
            session.execute(text(f"INSERT INTO {name}({name}) VALUES ('optimize')"))  # noqa: S608

    def remove(self, session: Session, key: int) -> None:
        """Forget one row."""
        gone = self._rows.delete().where(self._rows.c.id == key).returning(self._rows.c.position)
        position = session.scalar(gone)
        if position is not None and session.get_bind().dialect.name == "sqlite":
            session.execute(self._fts.delete().where(self._fts.c.rowid == position))

    def clear(self, session: Session) -> None:
        """Forget everything."""
        session.execute(self._rows.delete())
        if session.get_bind().dialect.name == "sqlite":
            session.execute(self._fts.delete())

    def matching(self, session: Session, wanted: SearchWords) -> Select[int, int] | None:
        """Select id and position of the rows that have every part; None if there is no part."""
        if not wanted.parts:
            return None
        if session.get_bind().dialect.name == "sqlite":
            return self._in_fts5(wanted)
        return self._in_gin(wanted)

    def _in_fts5(self, wanted: SearchWords) -> Select[int, int]:
        match = " AND ".join(f"({_for_fts5(part)})" for part in wanted.parts)
        return (
            select(self._rows.c.id, self._fts.c.rowid.label("position"))
            .join_from(self._fts, self._rows, self._rows.c.position == self._fts.c.rowid)
            .where(text(f"{self._name}_fts MATCH :match").bindparams(match=match))
            .where(*(_in_order(self._fts.c.terms, part) for part in wanted.phrases))
        )

    def _in_gin(self, wanted: SearchWords) -> Select[int, int]:
        return (
            select(self._rows.c.id, self._rows.c.position)
            .where(*(_for_gin(part) for part in wanted.parts))
            .where(*(_in_order(self._rows.c.terms, part) for part in wanted.phrases))
        )


def _for_fts5(part: Part) -> str:
    stems = f'terms : "{" ".join(part.stems)}"' if part.stems else ""
    beginning = f'words : "{part.beginning}" *' if part.beginning else ""
    return " OR ".join(filter(None, (stems, beginning)))


def _for_gin(part: Part) -> ColumnElement[bool]:
    """Return the condition for the index; the order of a phrase is looked at afterwards.

    PostgreSQL keeps only so many places of a word, and would miss phrases in a long text.
    """
    ways = []
    if part.stems:
        ways.append(_has("terms", " & ".join(part.stems)))
    if part.beginning:
        ways.append(_has("words", f"{part.beginning}:*"))
    return or_(*ways)


def _has(name: str, query: str) -> ColumnElement[bool]:
    vector = func.to_tsvector(SIMPLE, literally(name))
    return and_(vector.op("@@")(func.to_tsquery(SIMPLE, query)))


def _in_order(terms: ColumnElement[str], part: Part) -> ColumnElement[bool]:
    """Say that the stems stand beside each other, and in one text."""
    padded = literally("' '").op("||")(terms).op("||")(literally("' '"))
    return padded.like(f"% {' '.join(part.stems)} %")


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0]
