"""A promise of the demonstration that cannot be kept and is put off in public."""

from ideas.core import clock
from ideas.demo import texts
from ideas.demo.stage import Stage
from ideas.ideation.models import Status
from ideas.steering.actions.promises import extend_promise

DAYS_AGO = 1


def plan_promises(stage: Stage) -> None:
    """Let the coordination say that one idea needs more time."""
    stage.script.add(stage.calendar.noon(DAYS_AGO), lambda: _put_off(stage))


def _put_off(stage: Stage) -> None:
    said = texts.read("promises")
    idea = stage.ideas[said["title"]]
    if idea.status == Status.SCREENING and idea.ball_until is not None:
        later = clock.add_working_days(clock.today(), said["working_days"])
        until = max(later, clock.add_working_days(idea.ball_until, 1))
        office = stage.cast.coordinator
        extend_promise(idea, until, said["reason"], seen=idea.ball_until, actor=office)
