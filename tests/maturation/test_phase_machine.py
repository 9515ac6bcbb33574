"""Any sequence of steps leaves every card in exactly one phase and one place (I-6)."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ideas.core import clock
from ideas.core.database import transaction
from ideas.core.errors import DomainError
from ideas.ideation.models import ProjectStatus
from ideas.maturation import actions, queries
from ideas.maturation.models import GateOutcome, TickAnswer
from ideas.programme.queries import phases
from tests.build import maturation as build

CARDS = 3
STEPS = (
    "answer", "fail", "ask", "withdraw", "release", "rework", "back", "park", "resume", "stop",
    "order",
)  # fmt: skip
# Answering, asking and releasing come often enough for some cards to get far.
FORWARD = ("answer", "ask", "release")
MOVES = st.lists(
    st.tuples(st.integers(0, CARDS - 1), st.sampled_from(STEPS + FORWARD * 4)), max_size=40
)
MUST_MOVE = {"release", "back", "park", "resume", "stop"}


@pytest.fixture
def numbers(anna, olaf, doris):
    titles = [f"Karte {n}" for n in range(CARDS)]
    return [build.new_project(author=anna, owner=olaf, chair=doris, title=t) for t in titles]


def take(step, project, owner, chair):
    """Try one step as whoever may take it."""
    seen, today = project.place_version, clock.today()
    lines = queries.checklist(project)
    answer = TickAnswer.UNMET if step == "fail" else TickAnswer.MET
    outcome = GateOutcome.REWORK if step == "rework" else GateOutcome.RELEASED
    given_answers = {line.item.id: actions.Answer(answer, "Beleg") for line in lines}
    verdict = actions.Verdict(outcome, "Grund", project.status_since)
    farewell = actions.Farewell("Grund " * 16, "Gelernt", "Dank")

    def answer_all():
        version = queries.checklist_version(lines)
        actions.answer_checklist(project, given_answers, seen=version, actor=owner)

    def decide():
        actions.decide_gate(project, verdict, actor=chair)

    def park():
        until = today + timedelta(days=30)
        actions.park_project(project, until, "Grund", seen=seen, actor=chair)

    def order():
        anchor = queries.board(chair).lanes[0].cards
        anchor_id = anchor[0].id if anchor else 0
        actions.reorder_project(project, anchor_id, actions.Side.BEFORE, actor=chair)

    {
        "answer": answer_all,
        "fail": answer_all,
        "ask": lambda: actions.ask_gate(project, actor=owner),
        "withdraw": lambda: actions.withdraw_gate(project, actor=owner),
        "release": decide,
        "rework": decide,
        "back": lambda: actions.move_back(project, phases()[0], "Grund", seen=seen, actor=chair),
        "park": park,
        "resume": lambda: actions.resume_project(project, actor=chair),
        "stop": lambda: actions.stop_project(project, farewell, seen=seen, actor=chair),
        "order": order,
    }[step]()


def places(numbers, reader):
    """Check the whole board; return where each card stands."""
    with transaction():
        projects = [queries.get_project(number, reader=reader) for number in numbers]
        board = queries.board(reader)
        assert list(queries.invariants()) == []
    shown = [(lane.phase.id, card.id) for lane in board.lanes for card in lane.cards]
    assert sorted(shown) == sorted((p.phase_id, p.id) for p in projects if p.phase_id)
    assert sum(board.beside.values()) + len(shown) == len(numbers)
    for project in projects:
        idea = project.idea
        assert (idea.project_status, idea.phase_id) == (project.status, project.phase_id)
        on_board = project.status in {ProjectStatus.IN_WORK, ProjectStatus.IN_GATE}
        assert on_board == (project.phase_id is not None)
    return [(project.phase_id, project.place_version) for project in projects]


def play(numbers, moves, owner, chair):
    before = places(numbers, owner)
    for card, step in moves:
        try:
            with transaction():
                project = queries.get_project(numbers[card], reader=chair, lock=True)
                take(step, project, owner, chair)
        except DomainError:
            pass
        after = places(numbers, owner)
        others = [n for n in range(CARDS) if n != card]
        assert [after[n] for n in others] == [before[n] for n in others]
        if step not in MUST_MOVE:
            assert after == before
        before = after


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(moves=MOVES)
def test_a_card_is_always_in_exactly_one_place(house, numbers, olaf, doris, moves):
    start = house.begin_nested()
    try:
        play(numbers, moves, olaf, doris)
    finally:
        start.rollback()
