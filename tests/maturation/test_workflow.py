"""Transition by state by persona: which step is offered to whom, as one table."""

from types import SimpleNamespace

import pytest

from ideas.ideation.models import ProjectStatus as S
from ideas.maturation.workflow import TRANSITIONS
from ideas.process.transitions import offered

pytestmark = pytest.mark.one_database

LEADERS = {"clara", "doris"}
TABLE = {
    ("ask_gate", S.IN_WORK): {"olaf"},
    ("withdraw_gate", S.IN_GATE): {"olaf"},
    ("release", S.IN_GATE): {"doris"},
    ("complete", S.IN_GATE): {"doris"},
    ("rework", S.IN_GATE): {"doris"},
    ("move_back", S.IN_WORK): LEADERS,
    ("park", S.IN_WORK): LEADERS | {"olaf"},
    ("park", S.IN_GATE): LEADERS | {"olaf"},
    ("resume", S.PARKED): LEADERS | {"olaf"},
    ("stop", S.IN_WORK): {"doris"},
    ("stop", S.IN_GATE): {"doris"},
    ("stop", S.PARKED): {"doris"},
}


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("step", TRANSITIONS, ids=lambda step: step.name)
def test_a_step_is_offered_in_exactly_these_states_to_exactly_these_people(step, state, everyone):
    project = SimpleNamespace(owner_id=everyone["olaf"].id, status=state)
    able = {key for key, person in everyone.items() if offered([step], project, person)}

    assert able == TABLE.get((step.name, state), set())


def test_every_state_is_reached_and_only_the_ends_are_dead_ends():
    reached = {S.IN_WORK} | {step.target for step in TRANSITIONS}
    left = set().union(*(step.source for step in TRANSITIONS))

    assert reached == set(S)
    assert set(S) - left == {S.STOPPED, S.COMPLETED}
