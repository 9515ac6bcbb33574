"""The arrows of screening, scoring and deciding, and the arrows of a round."""

from ideas.core.i18n import _, _l
from ideas.ideation.models import Ball, Idea, Status
from ideas.ideation.workflow.handing import hand_to, pause_for
from ideas.process.transitions import Transition
from ideas.programme.models import Step
from ideas.programme.queries import gate_questions
from ideas.steering import events, figures, rules
from ideas.steering.models import GateAnswer, Round, RoundStatus
from ideas.steering.queries import find_screening


def gates_are_answered(idea: Idea) -> str | None:
    """Every question of the screening has an answer."""
    screening = find_screening(idea)
    known = set(screening.answers) if screening else set()
    if all(question.key in known for question in gate_questions()):
        return None
    return _("Please answer every question of the screening first.")


def no_gate_says_no(idea: Idea) -> str | None:
    """No question of the screening is answered with no; unclear goes on."""
    screening = find_screening(idea)
    answers = screening.answers.values() if screening else ()
    if all(answer["answer"] != GateAnswer.NO for answer in answers):
        return None
    return _("A question is answered with “no”. Ask the author or close the idea with a reason.")


def is_not_passed_yet(idea: Idea) -> str | None:
    """The idea does not wait for a round already."""
    screening = find_screening(idea)
    if screening is None or screening.passed_at is None:
        return None
    return _("The idea has already passed the screening.")


def weights_are_whole(round_: Round) -> str | None:
    """The weights of the campaign's criteria sum to 100."""
    total = sum(criterion.weight for criterion in round_.campaign.criteria)
    if total == figures.FULL_WEIGHT:
        return None
    return _("The weights of the criteria sum to %(total)s, not to 100.", total=total)


def has_ideas(round_: Round) -> str | None:
    """At least one screened idea waits."""
    if round_.entries:
        return None
    return _("No idea of this campaign has passed the screening and waits for a round.")


publish = Transition(
    "publish",
    _l("Publish and begin the screening"),
    frozenset({Status.SUBMITTED}),
    Status.SCREENING,
    rules.may_screen,
    events.published,
    then=hand_to(Ball.COORDINATION, Step.SCREENING),
)
ask_back = Transition(
    "ask_back",
    _l("Ask the author"),
    frozenset({Status.SCREENING}),
    Status.QUERY,
    rules.may_screen,
    events.queried,
    then=pause_for(Ball.AUTHOR, Step.QUERY),
)
pass_on = Transition(
    "pass_on",
    _l("Pass on to scoring"),
    frozenset({Status.SCREENING}),
    Status.SCREENING,
    rules.may_screen,
    events.screened,
    (gates_are_answered, no_gate_says_no, is_not_passed_yet),
    hand_to(Ball.CHAIR, Step.SCORING),
)
close = Transition(
    "close",
    _l("Close with a reason"),
    frozenset({Status.SUBMITTED, Status.SCREENING}),
    Status.INADMISSIBLE,
    rules.may_screen,
    events.closed,
    then=hand_to(Ball.NOBODY),
)
enter_round = Transition(
    "enter_round",
    _l("Score in a round"),
    frozenset({Status.SCREENING}),
    Status.SCORING,
    rules.may_open_round,
    events.round_entered,
    then=hand_to(Ball.STEERING, Step.SCORING),
)
evaluate = Transition(
    "evaluate",
    _l("Close the scoring"),
    frozenset({Status.SCORING}),
    Status.EVALUATED,
    rules.may_close_round,
    events.evaluated,
    then=hand_to(Ball.CHAIR, Step.DECISION),
)
draft_decision = Transition(
    "draft_decision",
    _l("Record the decision"),
    frozenset({Status.EVALUATED}),
    Status.DECISION_DRAFT,
    rules.may_move_to_decision,
    events.decision_drafted,
    then=hand_to(Ball.CHAIR, Step.DECISION_LETTER),
)
discard_decision = Transition(
    "discard_decision",
    _l("Discard the recorded decision"),
    frozenset({Status.DECISION_DRAFT}),
    Status.EVALUATED,
    rules.may_move_to_decision,
    events.decision_discarded,
    then=hand_to(Ball.CHAIR, Step.DECISION),
)
select = Transition(
    "select",
    _l("Release: select"),
    frozenset({Status.DECISION_DRAFT}),
    Status.SELECTED,
    rules.may_move_to_decision,
    events.selected,
    then=hand_to(Ball.CHAIR),
)
decline = Transition(
    "decline",
    _l("Release: decline"),
    frozenset({Status.DECISION_DRAFT}),
    Status.DECLINED,
    rules.may_move_to_decision,
    events.declined,
    then=hand_to(Ball.NOBODY),
)
defer = Transition(
    "defer",
    _l("Release: defer"),
    frozenset({Status.DECISION_DRAFT}),
    Status.DEFERRED,
    rules.may_move_to_decision,
    events.deferred,
    then=hand_to(Ball.NOBODY),
)
forward = Transition(
    "forward",
    _l("Release: send to another office"),
    frozenset({Status.DECISION_DRAFT}),
    Status.FORWARDED,
    rules.may_move_to_decision,
    events.forwarded,
    then=hand_to(Ball.ELSEWHERE),
)
resume = Transition(
    "resume",
    _l("Take up again"),
    frozenset({Status.DEFERRED}),
    Status.SCREENING,
    rules.may_resume,
    events.resumed,
    then=hand_to(Ball.COORDINATION, Step.SCREENING),
)
open_round = Transition(
    "open_round",
    _l("Open the round"),
    frozenset({RoundStatus.DRAFT}),
    RoundStatus.OPEN,
    rules.may_open_round,
    events.round_opened,
    (weights_are_whole, has_ideas),
)
close_round = Transition(
    "close_round",
    _l("Close the round"),
    frozenset({RoundStatus.OPEN}),
    RoundStatus.CLOSED,
    rules.may_close_round,
    events.round_closed,
)
release_round = Transition(
    "release_round",
    _l("Release the results"),
    frozenset({RoundStatus.CLOSED}),
    RoundStatus.RELEASED,
    rules.may_close_round,
    events.round_released,
)
complete_round = Transition(
    "complete_round",
    _l("Complete the round"),
    frozenset({RoundStatus.RELEASED}),
    RoundStatus.COMPLETED,
    rules.may_release,
    events.round_completed,
)
SCREENING = (publish, ask_back, pass_on, close)
DECIDING = (draft_decision, discard_decision, select, decline, defer, forward, resume)
ROUND = (open_round, close_round, release_round, complete_round)
TRANSITIONS = (*SCREENING, enter_round, evaluate, *DECIDING, *ROUND)
