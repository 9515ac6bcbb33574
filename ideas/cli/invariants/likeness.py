"""What must hold of the search for similar ideas."""

from collections.abc import Iterator

from sqlalchemy import Integer, cast, func, select

from ideas.cli.invariants.finding import each
from ideas.ideation.models import Idea, IdeaKey, IdeaProfile, KeyCount


def profiles() -> Iterator[str]:
    """Every handed-in idea can be found, and the counts of the keys equal a recount."""
    unknown = (
        select(Idea.id)
        .outerjoin(IdeaProfile, IdeaProfile.id == Idea.id)
        .where(Idea.submitted_at.is_not(None), IdeaProfile.id.is_(None))
    )
    yield from each("Idee {} fehlt im Verzeichnis der ähnlichen Ideen; „reindex“ hilft.", unknown)
    counted = (
        select(
            IdeaKey.key.label("key"),
            func.count().label("ideas"),
            func.sum(cast(IdeaKey.is_public, Integer)).label("public_ideas"),
        )
        .group_by(IdeaKey.key)
        .subquery()
    )
    differ = (
        select(KeyCount.key, KeyCount.ideas, func.coalesce(counted.c.ideas, 0))
        .outerjoin(counted, counted.c.key == KeyCount.key)
        .where(KeyCount.key != "")
        .where(
            (func.coalesce(counted.c.ideas, 0) != KeyCount.ideas)
            | (func.coalesce(counted.c.public_ideas, 0) != KeyCount.public_ideas)
        )
    )
    yield from each("Wortstamm {} zählt {} Ideen, es sind {}; „reindex“ hilft.", differ)
