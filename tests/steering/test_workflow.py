"""Transition × state × persona, as one table."""

import pytest

from ideas.ideation.models import Idea, Status
from ideas.people.queries import system
from ideas.process.transitions import offered
from ideas.steering import workflow
from ideas.steering.models import Round, RoundStatus

pytestmark = pytest.mark.one_database

EVERYBODY = ("anna", "bernd", "emine", "jan", "doris", "clara", "olaf", "armin", "system")
# State of an idea that anna wrote → transition → who is offered its button.
SCREENS = {"clara", "doris"}
OF_AN_IDEA = {
    Status.DRAFT: {},
    Status.SUBMITTED: {"publish": SCREENS, "close": SCREENS},
    Status.SCREENING: {
        "ask_back": SCREENS,
        "pass_on": SCREENS,
        "close": SCREENS,
        "enter_round": {"doris"},
    },
    Status.QUERY: {},
    Status.SCORING: {"evaluate": {"doris"}},
    Status.EVALUATED: {"draft_decision": {"doris"}},
    Status.DECISION_DRAFT: {
        "discard_decision": {"doris"},
        "select": {"doris"},
        "decline": {"doris"},
        "defer": {"doris"},
        "forward": {"doris"},
    },
    Status.SELECTED: {},
    Status.DECLINED: {},
    Status.DEFERRED: {"resume": {"system"}},
    Status.FAST_TRACK: {},
    Status.DONE: {},
    Status.FORWARDED: {},
    Status.INADMISSIBLE: {},
    Status.WITHDRAWN: {},
    Status.DUPLICATE: {},
}
OF_A_ROUND = {
    RoundStatus.DRAFT: {"open_round": {"doris"}},
    RoundStatus.OPEN: {"close_round": {"doris"}},
    RoundStatus.CLOSED: {"release_round": {"doris"}},
    RoundStatus.RELEASED: {"complete_round": {"doris"}},
    RoundStatus.COMPLETED: {},
}
ON_IDEAS = [step for step in workflow.TRANSITIONS if step not in workflow.ROUND]


def buttons(steps, subject, everyone) -> dict[str, set[str]]:
    people = {**everyone, "system": system()}
    found: dict[str, set[str]] = {}
    for key in EVERYBODY:
        for step in offered(steps, subject, people[key]):
            found.setdefault(step.name, set()).add(key)
    return found


def test_the_tables_hold_every_state():
    assert set(OF_AN_IDEA) == set(Status)
    assert set(OF_A_ROUND) == set(RoundStatus)


@pytest.mark.parametrize("status", Status)
def test_who_is_offered_which_step_of_an_idea(everyone, status):
    idea = Idea(author_id=everyone["anna"].id, status=status)
    assert buttons(ON_IDEAS, idea, everyone) == OF_AN_IDEA[status]


@pytest.mark.parametrize("status", RoundStatus)
def test_who_is_offered_which_step_of_a_round(everyone, status):
    assert buttons(workflow.ROUND, Round(status=status), everyone) == OF_A_ROUND[status]


def test_a_round_never_goes_back():
    order = list(RoundStatus)
    for step in workflow.ROUND:
        (source,) = step.source
        assert order.index(step.target) == order.index(source) + 1
