"""Who may screen, score and decide: never one's own idea."""

from typing import Any

from ideas.accounts.rules import is_chair, is_coordinator, is_member, is_system
from ideas.ideation.models import Ball
from ideas.ideation.rules import is_involved, may_read
from ideas.people.models import Person
from ideas.process.rules import Rule, rule
from ideas.steering.models import RoundStatus, ScoreKind

IN_THE_HOUSE = frozenset({Ball.COORDINATION, Ball.STEERING, Ball.CHAIR})
UNSEALED = frozenset({RoundStatus.RELEASED, RoundStatus.COMPLETED})


@rule
def wrote_it(person: Person, ballot: Any) -> bool:
    """Wrote the idea that is scored, or one that is merged into it."""
    return is_involved(person, ballot.idea)


@rule
def is_biased(_person: Person, ballot: Any) -> bool:
    """Has declared a bias towards the idea in this round."""
    return ballot.own is not None and bool(ballot.own.kind == ScoreKind.BIASED)


@rule
def is_unsealed(_person: Person, ballot: Any) -> bool:
    """The chair has released the round."""
    return ballot.round is not None and ballot.round.status in UNSEALED


@rule
def is_scorer(person: Person, score: Any) -> bool:
    """Gave the score."""
    return bool(score.scorer_id == person.id)


@rule
def may_read_screened(person: Person, screening: Any) -> bool:
    """May read the idea that is screened."""
    return may_read(person, screening.idea)


@rule
def house_has_the_ball(_person: Person, idea: Any) -> bool:
    """Coordination or steering group have to act, and have promised until when."""
    return idea.ball in IN_THE_HOUSE and idea.ball_until is not None


is_in_group: Rule = is_member | is_coordinator
may_see_queue: Rule = is_coordinator | is_chair
may_screen: Rule = (is_coordinator | is_chair) & ~is_involved
may_read_screening: Rule = may_read_screened & (is_coordinator | is_chair)
may_follow_rounds: Rule = is_in_group
may_open_round: Rule = is_chair
may_close_round: Rule = is_chair
may_take_part: Rule = is_member
may_score: Rule = is_member & ~wrote_it & ~is_biased
may_read_score: Rule = is_scorer
may_see_result: Rule = is_in_group & is_unsealed & ~wrote_it & ~is_biased
may_move_to_decision: Rule = is_chair & ~is_involved
may_decide: Rule = is_chair & ~wrote_it & ~is_biased
may_release: Rule = is_chair
may_resume: Rule = is_system
may_see_overdue: Rule = is_coordinator | is_chair
may_extend: Rule = (is_coordinator | is_chair) & ~is_involved & house_has_the_ball
may_correct: Rule = (is_coordinator | is_chair) & ~is_involved & may_read
may_tell_overdue: Rule = is_system
