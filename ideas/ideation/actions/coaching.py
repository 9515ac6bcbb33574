"""An author asks one colleague in private to look at a draft before it is handed in."""

from sqlalchemy.exc import IntegrityError

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.ideation import events, rules
from ideas.ideation.models import Coaching, Idea, Status
from ideas.ideation.queries import coaching_of
from ideas.people.models import Person, Role


def ask_coach(idea: Idea, person: Person, question: str = "", *, actor: Person) -> Coaching:
    """Let a colleague read the draft and write a remark that only the author reads.

    Raises:
        Invalid: the person is an author of the idea or cannot take part.
        NotPossible: the idea is handed in, or a colleague is asked already.
    """
    rules.may_have_company.require(actor, idea)
    if rules.is_author(person, idea):
        raise Invalid(_("An author reads the draft anyway. Please choose another colleague."))
    if not person.is_active or person.is_system or Role.EMPLOYEE not in person.roles:
        raise Invalid(_("%(name)s cannot take part at the moment.", name=person.name))
    if idea.status != Status.DRAFT:
        raise NotPossible(_("The idea has been handed in already."))
    before = coaching_of(idea, reader=actor)
    if before is not None and before.ended_at is None:
        raise NotPossible(_("%(name)s is asked already. End that first.", name=before.person.name))
    row = Coaching(idea=idea, person_id=person.id, question=question, asked_at=clock.now())
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError as error:
        raise NotPossible(_("The same was asked in another window a moment ago.")) from error
    idea.has_company = True
    events.coach_asked.record(row, actor=actor, idea=idea.id, person=person.id)
    return row


def write_remark(row: Coaching, remark: str, *, actor: Person) -> None:
    """Write what one thinks of the draft, or change it; the author is told the first time."""
    rules.may_coach.require(actor, row)
    is_first = row.remarked_at is None
    row.remark, row.remarked_at = remark, clock.now()
    (events.coach_answered if is_first else events.remark_changed).record(row, actor=actor)


def end_coaching(row: Coaching, *, actor: Person) -> None:
    """End the coaching, as its author or as the coach; what was remarked stays."""
    rules.may_read_coaching.require(actor, row)
    if row.ended_at is None:
        row.ended_at = clock.now()
        events.coaching_ended.record(row, actor=actor)
