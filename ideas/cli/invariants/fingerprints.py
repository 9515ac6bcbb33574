"""What must hold of the fingerprints of texts, also of those that were blacked out."""

from collections.abc import Iterator

from sqlalchemy import select

from ideas.core.database import session
from ideas.ideation.figures import content_hash
from ideas.ideation.models import IdeaVersion

BATCH = 1000


def versions() -> Iterator[str]:
    """Every version has the hash of its text."""
    columns = (IdeaVersion.salt, IdeaVersion.title, IdeaVersion.problem, IdeaVersion.audience)
    statement = select(
        IdeaVersion.idea_id,
        IdeaVersion.n,
        IdeaVersion.content_hash,
        *columns,
        IdeaVersion.proposal,
        IdeaVersion.benefit,
        IdeaVersion.answers,
    ).execution_options(yield_per=BATCH)
    for idea_id, n, stored, salt, *texts, answers in session.execute(statement):
        given = [part for pair in answers for part in pair]
        if content_hash(salt, [*texts, *given]) != stored:
            yield f"Idee {idea_id}: Die Prüfsumme von Fassung {n} passt nicht zum Text."
