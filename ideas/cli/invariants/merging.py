"""What must hold of ideas that were merged: a link, its state, and no chains."""

from collections.abc import Iterator

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from ideas.cli.invariants.finding import each
from ideas.ideation.models import Idea, Merging, Status


def links() -> Iterator[str]:
    """Whatever leads to another idea says so, and what it leads to leads nowhere else."""
    home, part = aliased(Idea), aliased(Idea)
    is_merged, has_state = Idea.merged_into_id.is_not(None), Idea.status == Status.DUPLICATE
    unlike = (
        select(Idea.id)
        .outerjoin(Merging, Merging.idea_id == Idea.id)
        .where(or_(is_merged != has_state, is_merged != Merging.idea_id.is_not(None)))
    )
    yield from each("Idee {}: Zusammenführung und Status passen nicht zusammen.", unlike)
    chained = select(Idea.id, home.id).join(home, home.id == Idea.merged_into_id)
    yield from each(
        "Idee {} führt zu Idee {}, die selbst weiterführt.",
        chained.where(home.merged_into_id.is_not(None)),
    )
    counted = (
        select(func.count()).select_from(part).where(part.merged_into_id == Idea.id)
    ).scalar_subquery()
    yield from each(
        "Idee {} zählt {} Zusammenführungen, es sind {}.",
        select(Idea.id, Idea.merged_count, counted).where(Idea.merged_count != counted),
    )
