"""The arrows beside the main way."""

from ideas.byways import events, rules
from ideas.byways.queries import find_forwarding, find_track
from ideas.core import clock
from ideas.core.i18n import _, _l
from ideas.ideation.models import Ball, Idea, Status, TrackStage
from ideas.ideation.workflow.handing import hand_to
from ideas.process.transitions import Transition
from ideas.programme.models import Step
from ideas.steering.events import forwarded
from ideas.steering.workflow import gates_are_answered, no_gate_says_no

AGAIN = hand_to(Ball.COORDINATION, Step.SCREENING)
INTO_A_ROUND = hand_to(Ball.CHAIR, Step.SCORING)
IN_FAST_LANE = frozenset({Status.FAST_TRACK})


def office_has_not_answered(idea: Idea) -> str | None:
    """The other office's answer is still to come."""
    forwarding = find_forwarding(idea)
    if forwarding and forwarding.ended_at is None:
        return None
    return _("The answer of the other office was entered already.")


def unit_has_not_answered(idea: Idea) -> str | None:
    """The responsible unit has not said yes or no."""
    track = find_track(idea)
    return None if track and track.stage == TrackStage.PROPOSED else _("You have answered already.")


def unit_agreed(idea: Idea) -> str | None:
    """The responsible unit has said yes."""
    track = find_track(idea)
    if track and track.stage == TrackStage.AGREED:
        return None
    return _("The responsible unit has to agree first.")


def may_still_be_called_in(idea: Idea) -> str | None:
    """The days in which the steering group may call the idea in are not over."""
    track = find_track(idea)
    if track and (track.call_in_until is None or clock.today() <= track.call_in_until):
        return None
    return _("The days for calling the idea in are over.")


def is_hidden(idea: Idea) -> str | None:
    """Nobody but author, coordination and chair reads the idea."""
    if idea.withheld_at or not idea.published_at:
        return None
    return _("The idea is published.")


def is_shown(idea: Idea) -> str | None:
    """All employees read the idea."""
    if idea.published_at and not idea.withheld_at:
        return None
    return _("The idea is not published; it starts again with the first look.")


forward = Transition(
    "forward",
    _l("Send to another office"),
    frozenset({Status.SCREENING}),
    Status.FORWARDED,
    rules.may_forward,
    forwarded,
    then=hand_to(Ball.ELSEWHERE),
)
note_answer = Transition(
    "note_answer",
    _l("Enter the answer and leave it there"),
    frozenset({Status.FORWARDED}),
    Status.FORWARDED,
    rules.may_keep_forwarding,
    events.office_answered,
    (office_has_not_answered,),
    hand_to(Ball.NOBODY),
)
take_back = Transition(
    "take_back",
    _l("Enter the answer and screen again"),
    frozenset({Status.FORWARDED}),
    Status.SCREENING,
    rules.may_keep_forwarding,
    events.taken_back,
    (office_has_not_answered,),
    AGAIN,
)
propose = Transition(
    "propose",
    _l("Propose for the fast lane"),
    frozenset({Status.SCREENING}),
    Status.FAST_TRACK,
    rules.may_propose_fast_track,
    events.fast_tracked,
    (gates_are_answered, no_gate_says_no),
    hand_to(Ball.UNIT, Step.UNIT_ANSWER),
)
agree = Transition(
    "agree",
    _l("Agree to the fast lane"),
    IN_FAST_LANE,
    Status.FAST_TRACK,
    rules.may_answer_fast_track,
    events.agreed,
    (unit_has_not_answered,),
    hand_to(Ball.UNIT, Step.FAST_TRACK),
)
refuse = Transition(
    "refuse",
    _l("Refuse the fast lane"),
    IN_FAST_LANE,
    Status.SCREENING,
    rules.may_answer_fast_track,
    events.refused,
    (unit_has_not_answered,),
    AGAIN,
)
finish = Transition(
    "finish",
    _l("Say that it is done"),
    IN_FAST_LANE,
    Status.DONE,
    rules.may_finish_fast_track,
    events.done,
    (unit_agreed,),
    hand_to(Ball.NOBODY),
)
call_in = Transition(
    "call_in",
    _l("Call in to the steering group"),
    frozenset({Status.FAST_TRACK, Status.DONE}),
    Status.SCREENING,
    rules.may_call_in,
    events.called_in,
    (may_still_be_called_in,),
    INTO_A_ROUND,
)
lapse = Transition(
    "lapse_fast_track",
    _l("Screen again after the promised day"),
    IN_FAST_LANE,
    Status.SCREENING,
    rules.may_lapse_fast_track,
    events.lapsed,
    then=AGAIN,
)
reopen = Transition(
    "reopen",
    _l("Take up anew: screen again"),
    frozenset({Status.INADMISSIBLE, Status.DECLINED, Status.DEFERRED, Status.FORWARDED}),
    Status.SCREENING,
    rules.may_answer_objection,
    events.reopened,
    (is_shown,),
    AGAIN,
)
reopen_for_round = Transition(
    "reopen_for_round",
    _l("Take up anew: into the next round"),
    frozenset({Status.DECLINED, Status.DEFERRED, Status.FORWARDED}),
    Status.SCREENING,
    rules.may_answer_objection,
    events.reopened,
    (is_shown, gates_are_answered, no_gate_says_no),
    INTO_A_ROUND,
)
reopen_hidden = Transition(
    "reopen_hidden",
    _l("Take up anew: begin with the first look"),
    frozenset({Status.INADMISSIBLE}),
    Status.SUBMITTED,
    rules.may_answer_objection,
    events.reopened,
    (is_hidden,),
    hand_to(Ball.COORDINATION, Step.PUBLISH),
)
resume = Transition(
    "resume_on_event",
    _l("Take up again, because it has happened"),
    frozenset({Status.DEFERRED}),
    Status.SCREENING,
    rules.may_change_waiting,
    events.resumed,
    then=AGAIN,
)
FORWARDING = (forward, note_answer, take_back)
FAST_LANE = (propose, agree, refuse, finish, call_in, lapse)
OBJECTION = (reopen, reopen_for_round, reopen_hidden)
TRANSITIONS = (*FORWARDING, *FAST_LANE, *OBJECTION, resume)
