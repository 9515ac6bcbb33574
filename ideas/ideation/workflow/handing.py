"""The one way to hand an idea on, and to let its promise pause meanwhile."""

from collections.abc import Callable
from datetime import date

from ideas.core import clock
from ideas.ideation.figures import after_pause
from ideas.ideation.models import Ball, Idea
from ideas.programme.models import Step
from ideas.programme.queries import due_date

Give = Callable[[Idea], None]


def hand_to(ball: Ball, step: Step | None = None) -> Give:
    """Return what gives the ball to a role, with the day the step is promised until."""

    def give(idea: Idea) -> None:
        until = due_date(step, clock.today(), idea.campaign_id) if step else None
        _give(idea, ball, until)
        idea.paused_on = idea.paused_until = None

    return give


def pause_for(ball: Ball, step: Step) -> Give:
    """Return what gives the ball away for a while: the promise of who had it pauses."""
    hand = hand_to(ball, step)

    def give(idea: Idea) -> None:
        promised = idea.ball_until
        hand(idea)
        pause(idea, promised)

    return give


def go_on(ball: Ball, step: Step) -> Give:
    """Return what gives the ball back: the working days that were left go on."""
    hand = hand_to(ball, step)

    def give(idea: Idea) -> None:
        promised = promised_again(idea)
        hand(idea)
        idea.ball_until = promised or idea.ball_until

    return give


def lay_down(idea: Idea) -> None:
    """Give the ball to nobody; a promise that pauses is kept, because the idea may come back."""
    _give(idea, Ball.NOBODY, None)


def pause(idea: Idea, promised: date | None) -> None:
    """Note since when a promise pauses."""
    idea.paused_on, idea.paused_until = clock.today(), promised


def promised_again(idea: Idea) -> date | None:
    """Return the promised day after the pause: later by as many working days as it lasted."""
    if idea.paused_on is None or idea.paused_until is None:
        return None
    return after_pause(idea.paused_until, idea.paused_on, clock.today())


def _give(idea: Idea, ball: Ball, until: date | None) -> None:
    idea.ball, idea.ball_until = ball, until
    idea.ball_since = idea.moved_at = clock.now()
