"""What must hold of the people who bring an idea together."""

from collections.abc import Iterator

from sqlalchemy import select

from ideas.cli.invariants.finding import each
from ideas.core.database import session
from ideas.ideation.models import Coaching, Coauthor, CoauthorStatus, Idea, Part


def company() -> Iterator[str]:
    """What the idea's row repeats of its co-authors is what their own rows say."""
    rows = session.execute(
        select(Coauthor.idea_id, Coauthor.person_id, Coauthor.status)
        .where(Coauthor.took_part)
        .order_by(Coauthor.idea_id, Coauthor.status_since, Coauthor.id)
    )
    now: dict[int, list[int]] = {}
    before: dict[int, list[int]] = {}
    for idea_id, person_id, status in rows:
        kept = now if status == CoauthorStatus.ACCEPTED else before
        kept.setdefault(idea_id, []).append(person_id)
    ideas = select(Idea.id, Idea.coauthor_ids, Idea.former_author_ids)
    for key, present, former in session.execute(ideas):
        if present != now.get(key, []):
            yield f"Idee {key} nennt andere Mitwirkende als deren Beteiligungen."
        if sorted(former) != sorted(before.get(key, [])):
            yield f"Idee {key} nennt andere frühere Mitwirkende als deren Beteiligungen."


def parts() -> Iterator[str]:
    """Nobody takes part twice, and whoever takes part has said yes."""
    twice = select(Coauthor.id).join(Coauthor.idea).where(Coauthor.person_id == Idea.author_id)
    yield from each("Beteiligung {} gehört der ersten Autorin oder dem ersten Autor selbst.", twice)
    accepted = Coauthor.status == CoauthorStatus.ACCEPTED
    unasked = select(Coauthor.id).where(accepted, Coauthor.took_part.is_(False))
    yield from each("Beteiligung {} gilt als angenommen, ohne dass es vermerkt ist.", unasked)
    open_naming = select(Coauthor.id).where(accepted, Coauthor.part == Part.AUTHOR)
    yield from each("Beteiligung {} ist bestätigt, aber nicht übergeben.", open_naming)
    for kind in (Coauthor, Coaching):
        hidden = select(kind.id).join(kind.idea).where(Idea.has_company.is_(False))
        yield from each(
            f"Zeile {{}} in {kind.__tablename__} gehört zu einer Idee, die von niemandem weiß.",
            hidden,
        )
