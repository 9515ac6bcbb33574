"""Reading requests for sealed names."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotFound, NotPossible
from ideas.core.i18n import _
from ideas.ideation import rules, sealing
from ideas.ideation.models import Idea, Reveal
from ideas.people.models import Person

MOST = 50
WITH_IDEA = (joinedload(Reveal.idea).joinedload(Idea.seal), joinedload(Reveal.asked_by))


def all_reveals(*, reader: Person) -> Sequence[Reveal]:
    """Return the newest requests for sealed names.

    Raises:
        NotFound: the reader has nothing to do with them.
    """
    if not rules.may_list_reveals(reader):
        raise NotFound(_("There is no such page."))
    statement = select(Reveal).options(*WITH_IDEA).order_by(Reveal.id.desc()).limit(MOST)
    return session.scalars(statement).all()


def get_reveal(reveal_id: int, *, reader: Person, lock: bool = False) -> Reveal:
    """Return the request; with `lock` nobody else answers it meanwhile.

    Raises:
        NotFound: there is none, or the reader may not know of it.
    """
    statement = select(Reveal).where(Reveal.id == reveal_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    else:
        statement = statement.options(*WITH_IDEA)
    reveal = session.scalar(statement)
    if reveal is None or not rules.may_read_reveal(reader, reveal):
        raise NotFound(_("There is no such page."))
    return reveal


def current_reveal(idea: Idea) -> Reveal | None:
    """Return the request for the idea's name that is open or in force."""
    in_force = Reveal.granted_until >= clock.today()
    statement = select(Reveal).where(Reveal.idea_id == idea.id)
    return session.scalar(statement.where(or_(Reveal.answered_at.is_(None), in_force)).limit(1))


def person_behind(idea: Idea) -> Person:
    """Return who is behind the seal; asked only by the action that records it.

    Raises:
        NotPossible: the key that closed the seal is not there.
    """
    if idea.seal is None:
        raise NotPossible(_("The name cannot be read, or not any more."))
    try:
        return session.get_one(Person, sealing.opened(idea.seal))
    except sealing.BrokenSealError as error:
        raise NotPossible(_("The key of this seal is not there. Please ask operations.")) from error
