"""The group decides on an idea, and the chair releases what was decided."""

from dataclasses import dataclass
from datetime import date

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.core.plain_text import visible_length
from ideas.ideation.actions.waiting import (
    Destination,
    check_destination,
    check_tags,
    send_on,
    wait_for,
)
from ideas.ideation.models import Idea
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply
from ideas.programme.actions.reasons import joined, require_filled, whole_reason
from ideas.steering import figures, rules, workflow
from ideas.steering.models import Decision, Outcome, Round, RoundIdea, RoundStatus
from ideas.steering.queries import (
    ballot_for,
    decisions_to_release,
    excluded_from,
    get_decision,
    has_open_ideas,
    lock,
    voters,
)

SHORTEST_TEXT = 40
SHORTEST_REASON = 20
ARROWS = {
    Outcome.SELECT: workflow.select,
    Outcome.DEFER: workflow.defer,
    Outcome.DECLINE: workflow.decline,
    Outcome.FORWARD: workflow.forward,
}


@dataclass(frozen=True)
class Motion:
    """What is put to the vote, with the reason for the group and the letter to the author."""

    outcome: Outcome
    reason_internal: str
    letter: str
    defer_until: date | None = None
    change: str = ""
    tag_ids: tuple[int, ...] = ()
    destination: Destination | None = None


@dataclass(frozen=True)
class Poll:
    """Who was present and how they voted."""

    present: frozenset[int]
    yes: int
    no: int
    abstain: int


def decide_on(entry: RoundIdea, motion: Motion, poll: Poll, *, actor: Person) -> Decision:
    """Record the group's decision on an idea of a released round; nothing is told yet.

    Raises:
        Invalid: the motion is incomplete, the votes do not fit, there is no quorum or no majority.
        NotPossible: the idea is decided already.
    """
    idea = entry.idea
    lock(idea)
    rules.may_decide.require(actor, ballot_for(idea, actor, round_id=entry.round_id))
    if entry.round.status not in rules.UNSEALED:
        raise NotPossible(_("The round is not released yet."))
    _check_motion(motion)
    members = voters()
    excluded = set(excluded_from(entry, members))
    _check_poll(poll, {member.id for member in members}, excluded)
    decision = Decision(
        round_id=entry.round_id,
        idea_id=entry.idea_id,
        outcome=motion.outcome,
        defer_until=motion.defer_until,
        reason_internal=motion.reason_internal.strip(),
        letter=motion.letter.strip(),
        change=motion.change.strip(),
        tag_ids=sorted(motion.tag_ids),
        **(vars(motion.destination) if motion.destination else {}),
        members=len(members),
        present=sorted(poll.present),
        excluded=sorted(excluded),
        yes=poll.yes,
        no=poll.no,
        abstain=poll.abstain,
        decided_at=clock.now(),
    )
    session.add(decision)
    apply(workflow.draft_decision, idea, actor=actor, round=entry.round_id)
    return decision


def discard_decision(decision: Decision, reason: str, *, actor: Person) -> None:
    """Take a recorded decision back before anybody is told, so that it can be recorded anew.

    Raises:
        Invalid: the reason is missing.
        NotPossible: the decision is released already.
    """
    rules.may_release.require(actor)
    decision = get_decision(decision.id, lock=True)
    idea = decision.idea
    rules.may_decide.require(actor, ballot_for(idea, actor, round_id=decision.round_id))
    if visible_length(reason) < SHORTEST_REASON:
        raise Invalid(_("Please write at least %(count)s characters.", count=SHORTEST_REASON))
    why = Why(internal=reason)
    apply(workflow.discard_decision, idea, actor=actor, why=why, round=decision.round_id)
    decision.discarded_at = clock.now()


def release_decision(decision: Decision, *, actor: Person) -> None:
    """Make the decision visible and tell the author; the letter goes out as it stands."""
    rules.may_release.require(actor)
    decision = get_decision(decision.id, lock=True)
    idea = decision.idea
    rules.may_decide.require(actor, ballot_for(idea, actor, round_id=decision.round_id))
    _put_off(idea, decision)
    why = Why(public=public_letter(decision), internal=decision.reason_internal)
    apply(ARROWS[decision.outcome], idea, actor=actor, why=why, round=decision.round_id)
    decision.released_at = clock.now()
    session.flush()
    _complete(decision.round, actor=actor)


def release_decisions(round_: Round, *, actor: Person) -> int:
    """Release all decisions of the round that the chair may release; return how many."""
    decisions = decisions_to_release(reader=actor, round_=round_)
    for decision in decisions:
        release_decision(decision, actor=actor)
    return len(decisions)


def public_letter(decision: Decision) -> str:
    """Return what the author is told: the letter, and after a refusal what would have to change."""
    if not decision.change:
        return decision.letter
    return joined(decision.letter, decision.change)


def _put_off(idea: Idea, decision: Decision) -> None:
    """Note until when or where the idea waits."""
    idea.deferred_until = decision.defer_until
    if decision.outcome == Outcome.DEFER:
        wait_for(idea, decision.tag_ids or ())
    if decision.addressee and decision.office and decision.ask_again_on:
        send_on(idea, Destination(decision.addressee, decision.office, decision.ask_again_on))


def _complete(round_: Round, *, actor: Person) -> None:
    lock(round_)
    if round_.status == RoundStatus.RELEASED and not has_open_ideas(round_):
        apply(workflow.complete_round, round_, actor=actor)


def _check_motion(motion: Motion) -> None:
    texts = (motion.reason_internal, motion.letter)
    if any(visible_length(text) < SHORTEST_TEXT for text in texts):
        raise Invalid(
            _(
                "The internal reason and the letter each need at least %(shortest)s characters.",
                shortest=SHORTEST_TEXT,
            )
        )
    if motion.outcome == Outcome.SELECT:
        require_filled(motion.letter)
    else:
        whole_reason(motion.letter, motion.change)
    if (motion.outcome == Outcome.FORWARD) != (motion.destination is not None):
        raise Invalid(_("An office belongs to sending on, and only to it."))
    if motion.destination:
        check_destination(motion.destination)
    if motion.tag_ids and motion.outcome != Outcome.DEFER:
        raise Invalid(_("Events belong to deferring, and only to it."))
    check_tags(motion.tag_ids)
    if (motion.outcome == Outcome.DEFER) != (motion.defer_until is not None):
        raise Invalid(_("A day belongs to deferring, and only to it."))
    if motion.defer_until and not clock.today() < motion.defer_until <= clock.a_year_ahead():
        raise Invalid(_("Please choose a day within the next twelve months."))


def _check_poll(poll: Poll, members: set[int], excluded: set[int]) -> None:
    if poll.present & excluded:
        raise Invalid(_("Who is excluded from this idea cannot be present for it."))
    if not poll.present <= members:
        raise Invalid(_("Only members of the steering group can be present for the vote."))
    count = len(poll.present)
    if not figures.is_quorate(count, len(members)):
        raise Invalid(
            _(
                "The group has no quorum. Present and entitled: %(present)s of %(members)s members;"
                " more than half and at least three are needed. Nothing is decided.",
                present=count,
                members=len(members),
            )
        )
    if min(poll.yes, poll.no, poll.abstain) < 0 or poll.yes + poll.no + poll.abstain != count:
        raise Invalid(
            _(
                "The votes do not match: %(present)s are present, %(votes)s votes are entered.",
                present=count,
                votes=poll.yes + poll.no + poll.abstain,
            )
        )
    if poll.yes == poll.no:
        raise Invalid(_("A tie: the motion is not carried, and nothing is decided."))
    if not figures.is_carried(poll.yes, poll.no):
        raise Invalid(
            _(
                "The motion is not carried, and nothing is decided. To record a refusal, put"
                " declining or deferring to the vote, with its own reasons."
            )
        )
