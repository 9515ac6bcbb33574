"""No step that ends an idea or puts it off goes without a whole reason: proved over all arrows."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ideas import byways, ideation, maturation, steering
from ideas.byways.actions import forward_idea
from ideas.core import clock
from ideas.core.database import transaction
from ideas.core.errors import Invalid
from ideas.ideation.models import Idea, ProjectStatus, Status
from ideas.maturation.actions import Farewell, stop_project
from ideas.maturation.queries import get_project
from ideas.process.transitions import Transition
from ideas.steering.actions import screening
from ideas.steering.actions.deciding import Motion
from ideas.steering.models import Ground, Outcome
from tests.build import maturation as projects
from tests.build import steering as build
from tests.build.byways import destination
from tests.build.steering import attempt
from tests.personas import person_named

NEGATIVE = {
    Status.DECLINED,
    Status.DEFERRED,
    Status.FORWARDED,
    Status.INADMISSIBLE,
    ProjectStatus.STOPPED,
}
ROOMS = (ideation, steering, byways, maturation)
SHORT, LONG = "Leider nein.", "Vielen Dank! " * 8
# A reason without what would have to change is not whole, nor is a short one, nor one with a gap.
BAD = [(SHORT, "Geld."), (LONG, ""), (f"{LONG} [Name der Stelle]", "Geld.")]


def negative_steps() -> set[str]:
    """Name every arrow of every room that leads into an end or a delay."""
    found = [
        value
        for room in ROOMS
        for value in vars(room.workflow).values()
        for value in (value if isinstance(value, tuple) else (value,))
    ]
    arrows = [one for one in found if isinstance(one, Transition) and one.target in NEGATIVE]
    of_ideas = [one for one in arrows if one.event.subject is Idea]
    return {one.event.name for one in of_ideas if one.source != {one.target}}


def close(anna, reason: str, change: str) -> None:
    number, clara = build.in_screening(by=anna), person_named("clara")
    attempt(screening.close_idea, number, reason, Ground.KNOWN, change=change, actor=clara)


def forward(anna, reason: str, change: str) -> None:
    number, clara = build.in_screening(by=anna), person_named("clara")
    attempt(forward_idea, number, destination(), reason, change=change, actor=clara)


def deciding(outcome: Outcome) -> Callable[..., None]:
    def decide(anna, reason: str, change: str) -> None:
        number, round_id = build.evaluated(by=anna)
        deferred = clock.today() + timedelta(days=90) if outcome == Outcome.DEFER else None
        where = destination() if outcome == Outcome.FORWARD else None
        moved = Motion(outcome, build.REASON, reason, deferred, change=change, destination=where)
        build.decide_with(number, round_id, moved)

    return decide


def stop(anna, reason: str, change: str) -> None:
    olaf, doris = person_named("olaf"), person_named("doris")
    number = projects.new_project(author=anna, owner=olaf, chair=doris)
    with transaction():
        project = get_project(number, reader=doris, lock=True)
        farewell = Farewell(reason, change, "Danke!")
        stop_project(project, farewell, seen=project.place_version, actor=doris)


WAYS = {
    "idea.closed": [close],
    "idea.forwarded": [forward, deciding(Outcome.FORWARD)],
    "idea.declined": [deciding(Outcome.DECLINE)],
    "idea.deferred": [deciding(Outcome.DEFER)],
    "idea.stopped": [stop],
}
EVERY_WAY = [(name, way) for name, ways in WAYS.items() for way in ways]


def test_every_arrow_into_an_end_or_a_delay_is_tried_here():
    assert negative_steps() == set(WAYS)


@pytest.mark.parametrize(("name", "way"), EVERY_WAY, ids=[name for name, _way in EVERY_WAY])
def test_no_such_step_without_a_whole_reason(anna, name, way):
    for reason, change in BAD:
        with pytest.raises(Invalid):
            way(anna, reason, change)
    way(anna, LONG, "Es müsste weniger kosten.")
