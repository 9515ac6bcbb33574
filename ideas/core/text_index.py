"""A room's full-text index: a table of terms, searched by FTS5 on SQLite, GIN on PostgreSQL."""

from sqlalchemy import Select, Table, column, select, table, text
from sqlalchemy.orm import Session

from ideas.core import german

MAX_TERMS = 12
CREATE_FTS5 = "CREATE VIRTUAL TABLE {name}_fts USING fts5(terms)"
CREATE_GIN = "CREATE INDEX ix_{name}_terms ON {name} USING gin (to_tsvector('simple', terms))"


class TextIndex:
    """The index of one table (columns `id` and `terms`)."""

    def __init__(self, rows: Table) -> None:
        """Index this table."""
        self._name = rows.name
        self._rows = rows
        self._fts = table(f"{rows.name}_fts", column("rowid"), column("terms"))

    def write(self, session: Session, key: int, content: str) -> None:
        """Store the terms of one text; an earlier version is replaced."""
        words = " ".join(german.terms(content))
        known = session.execute(
            self._rows.update()
            .where(self._rows.c.id == key)
            .values(terms=words)
            .returning(self._rows.c.id)
        )
        if known.first() is None:
            session.execute(self._rows.insert().values(id=key, terms=words))
        if session.get_bind().dialect.name == "sqlite":
            replace = self._fts.insert().prefix_with("OR REPLACE")
            session.execute(replace.values(rowid=key, terms=words))

    def forget(self, session: Session) -> None:
        """Overwrite what the index still holds of texts that were replaced."""
        if session.get_bind().dialect.name == "sqlite":
            name = f"{self._name}_fts"
            session.execute(text(f"INSERT INTO {name}({name}) VALUES ('optimize')"))  # noqa: S608

    def remove(self, session: Session, key: int) -> None:
        """Forget one text."""
        session.execute(self._rows.delete().where(self._rows.c.id == key))
        if session.get_bind().dialect.name == "sqlite":
            session.execute(self._fts.delete().where(self._fts.c.rowid == key))

    def clear(self, session: Session) -> None:
        """Forget all texts."""
        session.execute(self._rows.delete())
        if session.get_bind().dialect.name == "sqlite":
            session.execute(self._fts.delete())

    def matching(self, session: Session, query: str) -> Select[int] | None:
        """Return a select of the ids whose text has every word of the query; None without a word.

        The last word also matches as a beginning. No input is syntax.
        """
        words = german.terms(query)[:MAX_TERMS]
        if not words:
            return None
        if session.get_bind().dialect.name == "sqlite":
            return self._in_fts5(words)
        return self._in_gin(words)

    def _in_fts5(self, words: list[str]) -> Select[int]:
        phrase = " ".join(f'"{word}"' for word in words) + "*"
        match = text(f"{self._name}_fts MATCH :phrase").bindparams(phrase=phrase)
        return select(self._fts.c.rowid).where(match)

    def _in_gin(self, words: list[str]) -> Select[int]:
        phrase = " & ".join(words) + ":*"
        match = text("to_tsvector('simple', terms) @@ to_tsquery('simple', :phrase)")
        return select(self._rows.c.id).where(match.bindparams(phrase=phrase))
