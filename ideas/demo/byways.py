"""What some ideas of the demonstration do beside the main way."""

from collections.abc import Callable
from datetime import datetime, timedelta

from ideas.byways.actions import (
    answer_fast_track,
    answer_objection,
    finish_fast_track,
    forward_idea,
    make_tag,
    object_to,
    propose_fast_track,
    wait_for_events,
)
from ideas.core.database import session
from ideas.demo import texts
from ideas.demo.stage import Stage
from ideas.demo.texts import Text
from ideas.ideation.actions.waiting import Destination
from ideas.ideation.models import Addressee, Idea, ObjectionGround
from ideas.ideation.rules import is_named_involved
from ideas.people.models import Person
from ideas.people.queries import find_unit

WAYS = frozenset({"fast_track", "done", "forwarded"})
ANSWERED = timedelta(days=80)  # an objection that is older than this has its answer


def change_for(end: str) -> str:
    """Return what would have to change, in the words of the house."""
    return str(texts.read("byways")["changes"].get(end, ""))


def plan_way(stage: Stage, text: Text, checked: datetime) -> None:
    """Let a screened idea take the way that its state names."""
    way = texts.read("byways")["ways"][text["title"]]
    left = stage.calendar.after(checked, 1)
    if text["state"] == "forwarded":
        stage.script.add(left, lambda: _forward(stage, stage.ideas[text["title"]], way))
        return
    stage.script.add(left, lambda: _propose(stage, stage.ideas[text["title"]], way))
    agreed = stage.calendar.after(left, 1)
    stage.script.add(agreed, _by_unit(stage, text, way, _agree))
    if text["state"] == "done":
        stage.script.add(stage.calendar.after(agreed, 3), _by_unit(stage, text, way, _finish))


def plan_aftermath(stage: Stage, text: Text, released: datetime) -> None:
    """Let an idea wait for an event, or its author object."""
    told = texts.read("byways")
    soon = stage.calendar.after(released, 2)
    if event := told["waits"].get(text["title"]):
        stage.script.add(soon, lambda: _wait(stage, stage.ideas[text["title"]], event))
    said = told["objection"]
    if text["title"] == said["title"]:
        stage.script.add(stage.calendar.after(released, 9), lambda: _object(stage, said))
        if stage.calendar.ago(0) - released > ANSWERED:
            answered = stage.calendar.after(released, 30)
            stage.script.add(answered, lambda: _answer(stage, said))


def _forward(stage: Stage, idea: Idea, way: Text) -> None:
    day = stage.today + timedelta(days=12)
    destination = Destination(Addressee(way["addressee"]), way["office"], day)
    forward_idea(
        idea, destination, way["reason"], change=way["change"], actor=stage.cast.coordinator
    )


def _propose(stage: Stage, idea: Idea, way: Text) -> None:
    unit = find_unit(way["team"])
    assert unit is not None  # noqa: S101 (narrows the type: the teams moved in before)
    named = _responsible(stage, idea, way)
    propose_fast_track(
        idea, way["plan"], unit=unit, responsible=named, actor=stage.cast.coordinator
    )


def _responsible(stage: Stage, idea: Idea, way: Text) -> Person:
    """Return the first of the team, or of the house, who did not bring the idea."""
    people = (*stage.cast.staff_of(way["team"]), *stage.cast.staff_of(""))
    return next(person for person in people if not is_named_involved(person, idea))


def _by_unit(
    stage: Stage, text: Text, way: Text, act: Callable[[Stage, Idea, Text], None]
) -> Callable[[], None]:
    return lambda: act(stage, stage.ideas[text["title"]], way)


def _agree(stage: Stage, idea: Idea, way: Text) -> None:
    named = _responsible(stage, idea, way)
    answer_fast_track(idea, way["word"], agrees=True, actor=named)


def _finish(stage: Stage, idea: Idea, way: Text) -> None:
    named = _responsible(stage, idea, way)
    finish_fast_track(idea, way["done"], actor=named)


def _wait(stage: Stage, idea: Idea, event: str) -> None:
    coordinator = stage.cast.coordinator
    tags = {name: make_tag(name, actor=coordinator).id for name in texts.read("byways")["events"]}
    session.flush()
    wait_for_events(idea, [tags[event]], actor=coordinator)


def _object(stage: Stage, said: Text) -> None:
    idea = stage.ideas[said["title"]]
    object_to(idea, ObjectionGround.ERROR, said["text"], actor=idea.author)


def _answer(stage: Stage, said: Text) -> None:
    answer_objection(stage.ideas[said["title"]], said["answer"], actor=stage.cast.coordinator)
