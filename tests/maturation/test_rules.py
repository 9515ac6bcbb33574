"""Who may do what with a project: permission by persona, as one table."""

from types import SimpleNamespace

import pytest

from ideas.core import clock
from ideas.ideation.models import Idea, Status
from ideas.maturation import rules
from tests.personas import PERSONAS

pytestmark = pytest.mark.one_database

EVERYBODY = set(PERSONAS)
STAFF = EVERYBODY - {"armin", "paula"}
LEADERS = {"clara", "doris"}
TABLE = {
    "may_read_board": STAFF,
    "may_read_project": STAFF,
    "may_adopt": LEADERS,
    "may_order": LEADERS,
    "may_see_owner": LEADERS | {"anna", "olaf"},
    "may_answer": {"olaf"},
    "may_ask_gate": {"olaf"},
    "may_decide_gate": {"doris"},
    "may_move_back": LEADERS,
    "may_move": LEADERS | {"olaf"},
    "may_park": LEADERS | {"olaf"},
    "may_resume": LEADERS | {"olaf"},
    "may_stop": {"doris"},
    "may_report": {"olaf"},
    "may_remind": set(),
}


def project_of(everyone, owner="olaf"):
    idea = Idea(author_id=everyone["anna"].id, status=Status.SELECTED, published_at=clock.now())
    return SimpleNamespace(owner_id=everyone[owner].id, idea=idea)


@pytest.mark.parametrize("name", TABLE)
def test_exactly_these_may(name, everyone):
    project, rule = project_of(everyone), getattr(rules, name)

    assert {key for key, person in everyone.items() if rule(person, project)} == TABLE[name]


def test_every_permission_stands_in_the_table():
    assert {name for name in vars(rules) if name.startswith("may_")} == {*TABLE, "may_read"}


def test_a_chair_does_not_decide_on_the_gate_of_the_own_project(everyone):
    project = project_of(everyone, owner="doris")

    assert not rules.may_decide_gate(everyone["doris"], project)
    assert rules.may_ask_gate(everyone["doris"], project)
