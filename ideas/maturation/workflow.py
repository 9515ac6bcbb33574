"""From which state of a project to which, and the one way to a place on the board."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from ideas.core import clock
from ideas.core.i18n import _, _l
from ideas.ideation.models import Ball, ProjectStatus
from ideas.ideation.workflow.handing import hand_to, pause, promised_again
from ideas.maturation import events, rules
from ideas.maturation.figures import between
from ideas.maturation.models import Project, TickAnswer
from ideas.maturation.queries.projects import checklist, end_of_lane
from ideas.process.transitions import Transition
from ideas.programme.models import Phase
from ideas.programme.queries import next_phase

GATE_DAYS = 14
IN_WORK = frozenset({ProjectStatus.IN_WORK})
IN_GATE = frozenset({ProjectStatus.IN_GATE})
ON_BOARD = IN_WORK | IN_GATE
PARKED = frozenset({ProjectStatus.PARKED})
Place = Callable[[Project], None]


def place_project(project: Project, phase: Phase | None) -> None:
    """Put the project at the end of a phase, or take it off the board: nothing else does."""
    project.phase = phase
    project.place_version = (project.place_version or 0) + 1
    if phase is not None:
        project.last_phase = phase
        project.phase_since = clock.now()
        project.sort = between(end_of_lane(phase, besides=project), None) or 0
    project.idea.phase = phase
    project.idea.project_status = project.status


def hand_on(ball: Ball, place: Place | None = None) -> Place:
    """Return what a step does beside changing the status: the place, the idea, the ball."""

    def step(project: Project) -> None:
        if place:
            place(project)
        project.idea.project_status = project.status
        hand_to(ball)(project.idea)
        project.idea.ball_until = promised_until(project, ball)

    return step


def lay_aside(project: Project) -> None:
    """Take the card off the board; what its owner has promised pauses."""
    idea = project.idea
    promised = idea.ball_until if idea.ball == Ball.OWNER else None
    hand_on(Ball.COORDINATION, off_the_board)(project)
    if promised:
        pause(idea, promised)


def take_up(project: Project) -> None:
    """Put the card back; what its owner had promised goes on where it paused."""
    promised = promised_again(project.idea)
    hand_on(Ball.OWNER, into_last_phase)(project)
    project.idea.ball_until = promised or project.idea.ball_until


def promised_until(project: Project, ball: Ball) -> date | None:
    """Return the day by which whoever has the ball is expected to act."""
    today = clock.today()
    if ball == Ball.CHAIR:
        return today + timedelta(days=GATE_DAYS)
    if ball != Ball.OWNER:
        return None
    if project.next_date and project.next_date >= today:
        return project.next_date
    return today + timedelta(days=project.last_phase.days_max)


def into_next_phase(project: Project) -> None:
    """Move the card through the gate."""
    place_project(project, next_phase(project.last_phase))


def into_last_phase(project: Project) -> None:
    """Put a parked card back to where it was."""
    place_project(project, project.last_phase)


def off_the_board(project: Project) -> None:
    """Take the card off the board."""
    place_project(project, None)


def criteria_are_answered(project: Project) -> str | None:
    """Every criterion of the gate has an answer."""
    if all(line.tick for line in checklist(project)):
        return None
    return _("Please answer every criterion first.")


def criteria_are_met(project: Project) -> str | None:
    """No required criterion is unmet."""
    unmet = [line for line in checklist(project) if line.answer == TickAnswer.UNMET]
    if not unmet:
        return None
    return _(
        "A release is not possible while a required criterion is not met: “%(criterion)s”"
        " Please choose rework.",
        criterion=unmet[0].text,
    )


def has_next_phase(project: Project) -> str | None:
    """There is a phase behind the gate."""
    return None if next_phase(project.last_phase) else _("This was the last phase.")


def was_last_phase(project: Project) -> str | None:
    """There is no phase behind the gate."""
    return _("There is one more phase.") if next_phase(project.last_phase) else None


ask_gate = Transition(
    "ask_gate",
    _l("Ask for the release"),
    IN_WORK,
    ProjectStatus.IN_GATE,
    rules.may_ask_gate,
    events.gate_asked,
    (criteria_are_answered,),
    hand_on(Ball.CHAIR),
)
withdraw_gate = Transition(
    "withdraw_gate",
    _l("Withdraw the request"),
    IN_GATE,
    ProjectStatus.IN_WORK,
    rules.may_ask_gate,
    events.gate_withdrawn,
    then=hand_on(Ball.OWNER),
)
release = Transition(
    "release",
    _l("Release"),
    IN_GATE,
    ProjectStatus.IN_WORK,
    rules.may_decide_gate,
    events.gate_released,
    (criteria_are_met, has_next_phase),
    hand_on(Ball.OWNER, into_next_phase),
)
complete = Transition(
    "complete",
    _l("Release and complete"),
    IN_GATE,
    ProjectStatus.COMPLETED,
    rules.may_decide_gate,
    events.completed,
    (criteria_are_met, was_last_phase),
    hand_on(Ball.NOBODY, off_the_board),
)
rework = Transition(
    "rework",
    _l("Send back for rework"),
    IN_GATE,
    ProjectStatus.IN_WORK,
    rules.may_decide_gate,
    events.gate_reworked,
    then=hand_on(Ball.OWNER),
)
move_back = Transition(
    "move_back",
    _l("Move back"),
    IN_WORK,
    ProjectStatus.IN_WORK,
    rules.may_move_back,
    events.moved_back,
)
park = Transition(
    "park",
    _l("Park"),
    ON_BOARD,
    ProjectStatus.PARKED,
    rules.may_park,
    events.parked,
    then=lay_aside,
)
resume = Transition(
    "resume",
    _l("Resume work"),
    PARKED,
    ProjectStatus.IN_WORK,
    rules.may_resume,
    events.resumed,
    then=take_up,
)
stop = Transition(
    "stop",
    _l("Stop"),
    ON_BOARD | PARKED,
    ProjectStatus.STOPPED,
    rules.may_stop,
    events.stopped,
    then=hand_on(Ball.NOBODY, off_the_board),
)
TRANSITIONS = (
    ask_gate, withdraw_gate, release, complete, rework, move_back, park, resume, stop
)  # fmt: skip


def move_back_to(phase: Phase) -> Transition:
    """Return the step back to this phase; it must lie before the present one."""

    def lies_before(project: Project) -> str | None:
        if phase.archived_at is None and phase.position < project.last_phase.position:
            return None
        return _("Only an earlier phase can be chosen here; forwards leads the release.")

    place = hand_on(Ball.OWNER, lambda project: place_project(project, phase))
    return replace(move_back, guards=(lies_before,), then=place)
