"""What must hold of sealed names."""

from collections.abc import Iterator

from sqlalchemy import or_, select

from ideas.cli.invariants.finding import each
from ideas.core.database import session
from ideas.ideation.models import Idea, SealedAuthor
from ideas.ideation.sealing import is_whole
from ideas.people.models import Grant, Person, Standing


def seals() -> Iterator[str]:
    """Each anonymous idea, and no other, has one seal that the keys here can open."""
    unlike = (
        select(Idea.id)
        .outerjoin(SealedAuthor)
        .where(Idea.is_sealed != SealedAuthor.idea_id.is_not(None))
    )
    yield from each("Idee {}: anonym und versiegelt passen nicht zusammen.", unlike)
    shown = (
        select(Idea.id)
        .join(SealedAuthor)
        .join(Person, Person.id == Idea.author_id)
        .where(or_(Idea.author_id != SealedAuthor.pseudonym_id, ~Person.is_pseudonym))
    )
    yield from each("Idee {} ist anonym und nennt doch jemand anderes als ihr Pseudonym.", shown)
    together = select(Idea.id).where(Idea.is_sealed, Idea.has_company)
    yield from each("Idee {} ist anonym und hat doch Mitwirkende.", together)
    for seal in session.scalars(select(SealedAuthor).order_by(SealedAuthor.idea_id)):
        if not is_whole(seal):
            yield (
                f"Idee {seal.idea_id}: Das Siegel lässt sich mit den Schlüsseln hier nicht öffnen"
                f" (gebraucht wird der Schlüssel {seal.key_id})."
            )


def pseudonyms() -> Iterator[str]:
    """A pseudonym can do nothing: it has no account and no role."""
    active = select(Person.id).where(Person.is_pseudonym, Person.standing != Standing.INACTIVE)
    yield from each("Pseudonym {} hat ein offenes Konto.", active)
    appointed = select(Grant.person_id).join(Person).where(Person.is_pseudonym)
    yield from each("Pseudonym {} hat eine Rolle.", appointed)
