"""What must hold of the search index: it knows what stands in the ideas, and nothing else."""

from collections.abc import Iterator

from sqlalchemy import select, text

from ideas.cli.invariants.finding import each
from ideas.core.database import session
from ideas.ideation.actions.searchable import outdated
from ideas.ideation.models import Idea, IdeaText, Status

BATCH = 500
# FTS5 keeps a copy of its own beside the table.
COPY = """SELECT idea_text.id FROM idea_text
LEFT JOIN idea_text_fts ON idea_text_fts.rowid = idea_text.position
WHERE idea_text_fts.terms IS NOT idea_text.terms OR idea_text_fts.words IS NOT idea_text.words"""
STRAY = """SELECT rowid FROM idea_text_fts
WHERE rowid NOT IN (SELECT position FROM idea_text)"""


def index() -> Iterator[str]:
    """Search finds each idea by what all its readers may read, and by nothing else."""
    ids = session.scalars(select(Idea.id).where(Idea.status != Status.DRAFT).order_by(Idea.id))
    handed_in = list(ids)
    for start in range(0, len(handed_in), BATCH):
        for key in outdated(handed_in[start : start + BATCH]):
            yield f"Die Suche kennt von Idee {key} nicht, was dort steht (flask reindex hilft)."
    drafts = select(IdeaText.id).join(Idea, Idea.id == IdeaText.id)
    yield from each("Die Suche kennt den Entwurf {}.", drafts.where(Idea.status == Status.DRAFT))
    if session.get_bind().dialect.name == "sqlite":
        yield from each("Das Suchverzeichnis hat Idee {} nicht, wie sie ist.", text(COPY))
        yield from each("Das Suchverzeichnis kennt {}, die Tabelle nicht.", text(STRAY))
