"""Bringing an idea together: inviting, asking to join, answering, leaving, naming the group."""

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.ideation import events, rules
from ideas.ideation.actions.following import drop_support
from ideas.ideation.models import Coaching, Coauthor, CoauthorStatus, Idea, Part
from ideas.ideation.queries import find_participation, invited_count, open_naming
from ideas.ideation.queries.company import overdue_invitations
from ideas.ideation.workflow import company as workflow
from ideas.people.models import Person, Role
from ideas.process.events import Event
from ideas.process.transitions import Transition, apply, begin


def invite_coauthor(idea: Idea, person: Person, *, actor: Person) -> Coauthor:
    """Ask a colleague to be co-author; she has seven days to answer.

    Raises:
        Invalid: the person is the author or cannot take part.
        NotPossible: she was asked already, or the idea has ten co-authors.
    """
    _check_colleague(idea, person, actor)
    row = find_participation(idea, person)
    if row is not None and row.status not in workflow.INVITABLE:
        raise NotPossible(_standing(row))
    if len(idea.coauthor_ids) + invited_count(idea) >= workflow.MOST_COAUTHORS:
        raise NotPossible(_("Ten colleagues are invited or take part; more cannot be invited."))
    if row is None:
        return _begin(idea, person, CoauthorStatus.INVITED, events.invited, actor=actor)
    row.part, row.message, row.reply = Part.COAUTHOR, "", ""
    apply(workflow.invite_again, row, actor=actor)
    return row


def name_author(idea: Idea, person: Person, *, actor: Person) -> Coauthor:
    """Say that the draft was written down for a colleague, who is asked to confirm it.

    Raises:
        Invalid: the person is the author or cannot take part.
        NotPossible: somebody is asked already, or the person is co-author.
    """
    _check_colleague(idea, person, actor)
    if idea.writer or open_naming(idea):
        raise NotPossible(_("A colleague has been asked already whether this idea is theirs."))
    row = find_participation(idea, person)
    if row is None:
        return _begin(idea, person, CoauthorStatus.INVITED, events.named, Part.AUTHOR, actor=actor)
    if row.status in {CoauthorStatus.ACCEPTED, CoauthorStatus.DECLINED}:
        raise NotPossible(_standing(row))
    row.part, row.message, row.reply = Part.AUTHOR, "", ""
    apply(workflow.name_again, row, actor=actor)
    return row


def ask_to_join(idea: Idea, message: str = "", *, actor: Person) -> Coauthor:
    """Ask the author of a published idea to be taken in; the message goes along.

    Raises:
        NotPossible: the person was invited, has asked or was refused, or the idea is scored.
    """
    rules.may_ask_to_join.require(actor, idea)
    row = find_participation(idea, actor)
    if row is None:
        probe = Coauthor(idea=idea, person_id=actor.id)
        _check(workflow.is_open_to_company(probe) or workflow.has_room(probe))
        return _begin(
            idea, actor, CoauthorStatus.ASKED, events.asked_to_join, message=message, actor=actor
        )
    if row.status not in workflow.MAY_ASK:
        raise NotPossible(_standing(row))
    row.part, row.message, row.reply = Part.COAUTHOR, message, ""
    apply(workflow.ask_again, row, actor=actor)
    return row


def accept_invitation(row: Coauthor, *, actor: Person) -> None:
    """Say yes: from now on a co-author, or the author of what a colleague wrote down."""
    if row.part == Part.AUTHOR:
        apply(workflow.confirm, row, actor=actor)
        # What a coach said was meant for who wrote it down, not for who is the author now.
        _forget(Coaching, events.coaching_deleted, row.idea, actor)
        # The row goes on to tell of the one who is not the author: who wrote the idea down.
        row.idea.author, row.person = row.person, row.idea.author
        row.part = Part.WRITER
    else:
        apply(workflow.accept, row, actor=actor)
    _let_in(row, actor)


def decline_invitation(row: Coauthor, message: str = "", *, actor: Person) -> None:
    """Say no, with a word if one likes; a draft written on behalf stays with its writer."""
    row.message = message
    apply(workflow.decline, row, actor=actor)


def admit(row: Coauthor, *, actor: Person) -> None:
    """Take in who asked to join."""
    apply(workflow.admit, row, actor=actor)
    _let_in(row, actor)


def refuse(row: Coauthor, reply: str = "", *, actor: Person) -> None:
    """Go on without the one who asked to join, with a word if one likes."""
    row.reply = reply
    apply(workflow.refuse, row, actor=actor)


def end_participation(row: Coauthor, *, actor: Person) -> None:
    """Take an invitation or a request back, leave the idea, or remove somebody from a draft."""
    is_own = rules.is_participant(actor, row)
    steps: dict[CoauthorStatus, Transition] = {
        CoauthorStatus.INVITED: workflow.take_back_invitation,
        CoauthorStatus.ASKED: workflow.take_back_request,
        CoauthorStatus.ACCEPTED: workflow.leave if is_own else workflow.remove,
    }
    if row.status not in steps:
        raise NotPossible(_standing(row))
    apply(steps[row.status], row, actor=actor)
    _repeat_on_idea(row.idea)


def lapse_invitations(*, actor: Person) -> int:
    """Let the invitations lapse that were not answered within seven days; return how many."""
    rules.may_lapse.require(actor)
    rows = overdue_invitations()
    for row in rows:
        apply(workflow.lapse_invitation, row, actor=actor)
    return len(rows)


def name_group(idea: Idea, name: str, *, actor: Person) -> None:
    """Give the people behind a draft the name of their group, or take it away."""
    rules.may_have_company.require(actor, idea)
    _check(workflow.is_a_draft(Coauthor(idea=idea)))
    if (name or None) != idea.group_name:
        idea.group_name = name or None
        events.grouped.record(idea, actor=actor)


def forget_company(idea: Idea, *, actor: Person) -> None:
    """Delete who was asked about a draft that is thrown away."""
    if not idea.has_company:
        return
    _forget(Coauthor, events.part_deleted, idea, actor)
    _forget(Coaching, events.coaching_deleted, idea, actor)


def _forget(kind: type[Coauthor | Coaching], event: Event, idea: Idea, actor: Person) -> None:
    for row in session.scalars(select(kind).where(kind.idea_id == idea.id)):
        event.record(row, actor=actor)
    session.execute(delete(kind).where(kind.idea_id == idea.id))


def _check_colleague(idea: Idea, person: Person, actor: Person) -> None:
    rules.may_have_company.require(actor, idea)
    if person.id == idea.author_id:
        raise Invalid(_("You are the author already. Please choose a colleague."))
    if not person.is_active or person.is_system or Role.EMPLOYEE not in person.roles:
        raise Invalid(_("%(name)s cannot take part at the moment.", name=person.name))


def _begin(
    idea: Idea,
    person: Person,
    status: CoauthorStatus,
    event: Event,
    part: Part = Part.COAUTHOR,
    *,
    message: str = "",
    actor: Person,
) -> Coauthor:
    row = Coauthor(idea=idea, person_id=person.id, part=part, message=message)
    guards = (workflow.is_a_draft,) if part == Part.AUTHOR else (workflow.is_open_to_company,)
    for guard in guards:
        _check(guard(row))
    begin(row, status)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError as error:
        raise NotPossible(_("The same was asked in another window a moment ago.")) from error
    idea.has_company = True
    event.record(row, actor=actor, moved=(None, status.value), idea=idea.id, person=person.id)
    return row


def _let_in(row: Coauthor, actor: Person) -> None:
    row.took_part = True
    drop_support(row.idea, row.person_id, actor=actor)
    _repeat_on_idea(row.idea)


def _repeat_on_idea(idea: Idea) -> None:
    """Write on the idea's row what the rows of its company say, in order of receipt."""
    session.flush()
    session.expire(idea, ["coauthors"])
    rows = session.execute(
        select(Coauthor.person_id, Coauthor.status)
        .where(Coauthor.idea_id == idea.id, Coauthor.took_part)
        .order_by(Coauthor.status_since, Coauthor.id)
    ).all()
    accepted = CoauthorStatus.ACCEPTED
    idea.coauthor_ids = [row.person_id for row in rows if row.status == accepted]
    idea.former_author_ids = [row.person_id for row in rows if row.status != accepted]


def _check(problem: str | None) -> None:
    if problem:
        raise NotPossible(problem)


def _standing(row: Coauthor) -> str:
    values = {"name": row.person.name, "state": str(row.status.label)}
    return _("This is not possible for %(name)s: “%(state)s”.", **values)
