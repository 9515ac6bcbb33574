"""What the board shows, what waits for whom, and what must never be."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.ideation.models import Idea, ProjectStatus
from ideas.maturation import queries
from ideas.maturation.models import Health, Project
from ideas.maturation.queries.board import Filter
from ideas.maturation.queries.tasks import TaskKind
from tests.build import maturation as build


@pytest.fixture
def number(anna, olaf, doris):
    return build.project_in("charter", author=anna, owner=olaf, chair=doris, title="Kurzbrief")


def titles(reader, **chosen):
    with transaction():
        lanes = queries.board(reader, Filter(**chosen)).lanes
        return [card.title for lane in lanes for card in lane.cards]


def test_every_phase_is_a_lane_and_shows_its_cards(number, anna):
    with transaction():
        board = queries.board(anna)

    assert [(lane.phase.code, lane.size) for lane in board.lanes] == [
        ("chosen", 0), ("charter", 1), ("design", 0),
        ("trial", 0), ("rollout", 0), ("operation", 0),
    ]  # fmt: skip
    (card,) = board.lanes[1].cards
    assert (card.number, card.title, card.status) == (number, "Kurzbrief", ProjectStatus.IN_WORK)
    assert (card.team, card.days, card.above, card.below) == ("Team Leistung", 0, None, None)


@pytest.mark.usefixtures("number")
def test_a_card_says_for_how_many_days_it_has_been_there(anna):
    with clock.at(clock.now() + timedelta(days=23)), transaction():
        (card,) = queries.board(anna).lanes[1].cards

    assert card.days == 23


def test_the_filter_leaves_out_what_does_not_fit(number, anna, olaf, doris):
    build.new_project(author=anna, owner=doris, chair=doris, title="Zweite")
    build.report(number, owner=olaf, health=Health.AT_RISK)
    campaign = build.look_at(number, reader=anna).idea.campaign_id

    assert titles(anna) == ["Zweite", "Kurzbrief"]
    assert titles(anna, owner_id=olaf.id) == ["Kurzbrief"]
    assert titles(anna, health=Health.AT_RISK) == ["Kurzbrief"]
    assert titles(anna, campaign_id=campaign, unit_id=olaf.unit_id) == ["Zweite", "Kurzbrief"]
    assert titles(anna, campaign_id=campaign + 1) == []


def test_what_left_the_board_is_counted_and_listed(number, anna, olaf):
    build.park(number, actor=olaf)
    with transaction():
        board = queries.board(anna)
        (row,) = queries.shelf(anna, ProjectStatus.PARKED, page=1, size=10)

    assert board.beside == {
        ProjectStatus.PARKED: 1, ProjectStatus.STOPPED: 0, ProjectStatus.COMPLETED: 0,
    }  # fmt: skip
    assert (row.number, row.phase, row.team) == (number, "Auftrag klären", "Team Leistung")
    assert [lane.size for lane in board.lanes] == [0] * 6


@pytest.mark.usefixtures("number")
def test_days_are_counted_by_the_german_calendar(anna):
    with clock.at(clock.end_of(clock.today())), transaction():
        (card,) = queries.board(anna).lanes[1].cards

    assert card.days == 1


@pytest.mark.usefixtures("number")
def test_whoever_reads_no_ideas_sees_an_empty_board(armin):
    assert titles(armin) == []


def test_tasks_are_own_projects_gates_to_decide_and_ideas_without_owner(
    number, anna, olaf, doris, clara
):
    waiting = build.selected_idea(by=anna, title="Wartet")
    build.report(number, owner=olaf, days=9)
    with transaction():
        assert [(task.kind, task.number, task.note) for task in queries.tasks_of(olaf)] == [
            (TaskKind.LEAD, number, "Text abstimmen")
        ]
        assert [(task.kind, task.number) for task in queries.tasks_of(clara)] == [
            (TaskKind.ADOPT, waiting)
        ]
        assert queries.tasks_of(anna) == []
    build.answer_all(number, owner=olaf)
    build.ask(number, owner=olaf)
    with transaction():
        assert queries.tasks_of(olaf) == []
        assert [(task.kind, task.number) for task in queries.tasks_of(doris)] == [
            (TaskKind.RELEASE, number),
            (TaskKind.ADOPT, waiting),
        ]


@pytest.mark.usefixtures("number")
def test_a_sound_house_breaks_no_rule(anna, olaf, doris):
    build.stop(build.new_project(author=anna, owner=olaf, chair=doris, title="Zweite"), actor=doris)
    with transaction():
        assert list(queries.invariants()) == []


@pytest.mark.parametrize(
    ("table", "values", "sentence"),
    [
        (Idea, {"project_status": "parked"}, "has another state than its idea"),
        (Idea, {"phase_id": None}, "has another phase than its idea"),
        (Idea, {"status": "declined"}, "belongs to an idea that was not selected"),
    ],
)
def test_a_broken_rule_is_named(number, table, values, sentence):
    with transaction():
        session.execute(update(table).where(table.number == number).values(**values))
        assert [sentence in found for found in queries.invariants()] == [True]


def test_a_lost_place_an_archived_phase_and_an_idea_without_project_are_named(number, anna, doris):
    waiting = build.selected_idea(by=anna, title="Wartet")
    with transaction():
        project = queries.get_project(number, reader=doris)
        project.phase.archived_at = clock.now()
        session.execute(update(Idea).where(Idea.number == waiting).values(project_status="in_work"))
        session.execute(update(Project).values(last_phase_id=Project.phase_id + 1))
        found = " ".join(queries.invariants())

    assert "has lost its last phase" in found
    assert "stands in an archived phase" in found
    assert f"idea {waiting} claims to be a project but is none" in found
