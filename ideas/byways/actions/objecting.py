"""An author objects to a decision, and somebody else than before answers."""

from datetime import date

from ideas.byways import events, rules, workflow
from ideas.byways.actions.words import require_words
from ideas.byways.queries import (
    DECIDED,
    decision_to_object_to,
    find_forwarding,
    find_objection,
    overtaken_objections,
)
from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotPossible
from ideas.core.i18n import _, day
from ideas.ideation.actions import index_idea
from ideas.ideation.models import Ball, Idea, Objection, ObjectionGround, Status, Verdict
from ideas.ideation.rules import involved_ids
from ideas.ideation.workflow.handing import hand_to
from ideas.people.models import Person, Role
from ideas.people.queries import holders_of
from ideas.process.events import Why
from ideas.process.transitions import Transition, apply
from ideas.programme.actions.reasons import SHORTEST_REASON, require_filled
from ideas.programme.figures import months_after
from ideas.steering.actions.promises import followers
from ideas.steering.actions.screening import begin_anew
from ideas.steering.queries import find_screening, lock

SHORTEST_OBJECTION = 40
ANSWER_MONTHS = 3
BALLS = {Role.CHAIR: Ball.CHAIR, Role.COORDINATOR: Ball.COORDINATION}


def object_to(idea: Idea, ground: ObjectionGround, text: str, *, actor: Person) -> Objection:
    """Object once to the decision on one's idea, naming a new fact or an error.

    Raises:
        NotPossible: there is no decision, its four weeks are over, or it was objected to already.
        Invalid: the text is too short.
    """
    lock(idea)
    rules.may_object.require(actor, idea)
    decided = decision_to_object_to(idea)
    if decided is None:
        raise NotPossible(_("There is no decision to object to."))
    if decided.objection:
        raise NotPossible(_("You have objected to this decision already; that is possible once."))
    if not decided.is_in_time:
        until = day(decided.until)
        raise NotPossible(_("An objection was possible until %(day)s.", day=until))
    require_words(text, SHORTEST_OBJECTION)
    objection = Objection(
        idea=idea,
        entry_sequence=decided.sequence,
        ground=ground,
        decided_by=decided.by,
        made_at=clock.beginning_of_day(clock.now()) if idea.is_sealed else clock.now(),
        answer_until=months_after(clock.today(), ANSWER_MONTHS),
    )
    session.add(objection)
    session.flush()
    hand_to(_who_answers(idea, decided.by))(idea)
    idea.ball_until = objection.answer_until
    why = Why(public=text)
    until, of = objection.answer_until.isoformat(), ground.value
    events.objected.record(
        idea, actor=actor, why=why, objection=objection.id, ground=of, until=until
    )
    return objection


def answer_objection(
    idea: Idea, reason: str, step: Transition | None = None, *, actor: Person
) -> None:
    """Answer the objection: the decision stands, or this step takes the idea up anew.

    Raises:
        NotPossible: nothing waits for an answer, or the step does not fit.
        Invalid: the reason is too short.
    """
    lock(idea)
    rules.may_answer_objection.require(actor, idea)
    objection = find_objection(idea)
    if objection is None or objection.ended_at:
        raise NotPossible(_("The objection was answered already."))
    require_filled(reason)
    require_words(reason, SHORTEST_REASON)
    why = Why(public=reason)
    if step is None:
        hand_to(_who_had_it(idea))(idea)
        events.upheld.record(idea, actor=actor, why=why, objection=objection.id)
        _end(objection, Verdict.STANDS)
        return
    apply(step, idea, actor=actor, why=why, objection=objection.id)
    _end(objection, Verdict.REOPENED)
    settle(idea)
    if step is workflow.reopen_hidden:
        idea.published_at = idea.withheld_at = None  # somebody looks before it is read again
        index_idea(idea)
    screening = find_screening(idea)
    if step is workflow.reopen_for_round and screening:
        screening.passed_at = clock.now()


def settle(idea: Idea) -> None:
    """Let an idea that came back wait for nothing that its old decision named."""
    begin_anew(idea)
    forwarding = find_forwarding(idea)
    if forwarding and forwarding.ended_at is None:
        forwarding.ended_at = clock.now()


def end_overtaken() -> None:
    """End the objections whose ideas came back before they were answered."""
    for objection in overtaken_objections():
        _end(objection, Verdict.OVERTAKEN)


def _end(objection: Objection, verdict: Verdict) -> None:
    objection.verdict, objection.ended_at = verdict, clock.now()


def _who_answers(idea: Idea, decided_by: list[int]) -> Ball:
    """Return the role that answers: the other one than before, if it can."""
    excluded = {*decided_by, *involved_ids(idea)}
    free = [one for one in holders_of(*BALLS) if one.id not in excluded]
    screened = idea.status == Status.INADMISSIBLE
    wanted, other = (Role.CHAIR, Role.COORDINATOR)[:: 1 if screened else -1]
    can = not free or any(wanted in person.roles for person in free)
    return BALLS[wanted if can else other]


def _who_had_it(idea: Idea) -> Ball:
    lies_elsewhere = idea.status == Status.FORWARDED and not workflow.office_has_not_answered(idea)
    return Ball.ELSEWHERE if lies_elsewhere else Ball.NOBODY


def _keep_day(idea: Idea, until: date) -> None:
    """Let an objection be answered by the day that is promised now."""
    objection = find_objection(idea) if idea.status in DECIDED else None
    if objection and objection.ended_at is None:
        objection.answer_until = until


followers.append(_keep_day)
