"""The one way to hand an idea on."""

from collections.abc import Callable

from ideas.core import clock
from ideas.ideation.models import Ball, Idea
from ideas.programme.models import Step
from ideas.programme.queries import due_date


def hand_to(ball: Ball, step: Step | None = None) -> Callable[[Idea], None]:
    """Return what gives the ball to a role, with the day the step is promised until."""

    def give(idea: Idea) -> None:
        until = due_date(step, clock.today(), idea.campaign_id) if step else None
        idea.ball, idea.ball_until = ball, until
        idea.ball_since = idea.moved_at = clock.now()

    return give
