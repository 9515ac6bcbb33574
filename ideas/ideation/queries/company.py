"""Reading who brings an idea together, who is asked, and who helped before the hand-in."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, literal, select, union_all
from sqlalchemy.orm import contains_eager

from ideas.core import clock
from ideas.core.database import UtcDateTime, session
from ideas.core.enums import Stored
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation import rules
from ideas.ideation.models import Coaching, Coauthor, CoauthorStatus, Idea, Part, Status
from ideas.people.models import Person

SHOWN = 8
INVITATION_HOLDS = timedelta(days=7)
# Until the steering group scores; later nobody can join or leave.
OPEN_TO_COMPANY = frozenset({Status.DRAFT, Status.SUBMITTED, Status.SCREENING, Status.QUERY})
ME: BindParameter[int] = bindparam("person_id")
INVITED = (
    select(literal("invited").label("kind"), Coauthor.id, Idea.title, Coauthor.part)
    .add_columns(Coauthor.status_since.label("since"))
    .join(Coauthor.idea)
    .where(Coauthor.person_id == ME, Coauthor.status == CoauthorStatus.INVITED)
    .where(Coauthor.status_since > bindparam("invited_since", type_=UtcDateTime()))
    .where(Idea.status.in_(OPEN_TO_COMPANY), Idea.withheld_at.is_(None))
)
ASKED = (
    select(literal("asked"), Coauthor.id, Idea.title, Coauthor.part, Coauthor.status_since)
    .join(Coauthor.idea)
    .where(Idea.author_id == ME, Coauthor.status == CoauthorStatus.ASKED)
    .where(Idea.status.in_(OPEN_TO_COMPANY))
)
COACHED = (
    select(literal("coach"), Coaching.id, Idea.title, literal(Part.COAUTHOR, Stored(Part)))
    .add_columns(Coaching.asked_at)
    .join(Coaching.idea)
    .where(Coaching.person_id == ME, Coaching.ended_at.is_(None))
    .where(Coaching.remarked_at.is_(None), Idea.status == Status.DRAFT)
)
# Asked by every start page, therefore built once.
WAITING = union_all(INVITED, ASKED, COACHED).order_by("since").limit(SHOWN)


def get_own_idea(idea_id: int, *, reader: Person, lock: bool = False) -> Idea:
    """Return an idea, handed in or not, of which the reader is an author.

    Raises:
        NotFound: there is none.
    """
    statement = select(Idea).where(Idea.id == idea_id)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    idea = session.scalar(statement)
    if idea is None or not rules.may_see_company(reader, idea):
        raise NotFound(_("There is no such idea."))
    return idea


def get_participation(row_id: int, *, reader: Person, lock: bool = False) -> Coauthor:
    """Return somebody's part in an idea; with `lock` the idea's company stays as it is.

    Raises:
        NotFound: there is none, or it is neither the reader's nor of the reader's idea.
    """
    statement = select(Coauthor).where(Coauthor.id == row_id)
    row: Coauthor | None = session.scalar(_with_idea(statement, lock=lock))
    if row is None or not rules.may_read_participation(reader, row):
        raise NotFound(_("There is no such invitation or request."))
    return row


def find_participation(idea: Idea, person: Person) -> Coauthor | None:
    """Return the person's part in the idea, or None if nobody ever asked."""
    statement = select(Coauthor).where(Coauthor.idea_id == idea.id)
    return session.scalar(statement.where(Coauthor.person_id == person.id))


def company_of(idea: Idea, *, reader: Person) -> Sequence[Coauthor]:
    """Return who takes part, in order of receipt; to the first author also who was asked."""
    if not idea.has_company:
        return []
    statement = select(Coauthor).where(Coauthor.idea_id == idea.id)
    if not rules.is_first_author(reader, idea):
        statement = statement.where(Coauthor.status == CoauthorStatus.ACCEPTED)
    statement = statement.order_by(Coauthor.status_since, Coauthor.id)
    return session.scalars(statement).all()


def invited_count(idea: Idea) -> int:
    """Count the invitations that wait for an answer."""
    waiting = select(func.count()).where(
        Coauthor.idea_id == idea.id, Coauthor.status == CoauthorStatus.INVITED
    )
    return session.scalar(waiting) or 0


def open_naming(idea: Idea) -> Coauthor | None:
    """Return the question to a colleague whether the draft is theirs, while it is open."""
    if not idea.has_company:
        return None
    return session.scalar(
        select(Coauthor).where(
            Coauthor.idea_id == idea.id,
            Coauthor.part == Part.AUTHOR,
            Coauthor.status == CoauthorStatus.INVITED,
        )
    )


def coaching_of(idea: Idea, *, reader: Person) -> Coaching | None:
    """Return the newest coaching of the draft, to the one who asked for it alone."""
    if not idea.has_company or not rules.is_first_author(reader, idea):
        return None
    statement = select(Coaching).where(Coaching.idea_id == idea.id)
    return session.scalars(statement.order_by(Coaching.id.desc()).limit(1)).first()


def get_coaching(coaching_id: int, *, reader: Person, lock: bool = False) -> Coaching:
    """Return the coaching while its reader may know of it: the coach until the hand-in.

    Raises:
        NotFound: there is none, it is over, or it is nothing of the reader's.
    """
    statement = select(Coaching).where(Coaching.id == coaching_id)
    row: Coaching | None = session.scalar(_with_idea(statement, lock=lock))
    if row is None or not rules.may_read_coaching(reader, row):
        raise NotFound(_("There is no such draft for you, or the coaching is over."))
    return row


def waiting_for(person: Person) -> Sequence[Any]:
    """Return what the person is asked, as rows (kind, id, title, part, since), the oldest first."""
    since = clock.now() - INVITATION_HOLDS
    return session.execute(WAITING, {"person_id": person.id, "invited_since": since}).all()


def overdue_invitations() -> Sequence[Coauthor]:
    """Return the invitations that were not answered in time, locked for the change."""
    statement = select(Coauthor).where(
        Coauthor.status == CoauthorStatus.INVITED,
        Coauthor.status_since <= clock.now() - INVITATION_HOLDS,
    )
    return session.scalars(_with_idea(statement.order_by(Coauthor.id), lock=True)).all()


def _with_idea(statement: Select[Any], *, lock: bool) -> Select[Any]:
    kind = statement.column_descriptions[0]["entity"]
    statement = statement.join(kind.idea).options(contains_eager(kind.idea))
    if not lock:
        return statement
    return statement.with_for_update(of=[kind, Idea]).execution_options(populate_existing=True)
