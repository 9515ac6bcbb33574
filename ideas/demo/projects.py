"""The projects of the demonstration: from gate to gate, with reports, to where they stand."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from ideas.core import clock
from ideas.demo import texts
from ideas.demo.stage import Stage
from ideas.demo.texts import Text
from ideas.maturation.actions.adopting import adopt_idea
from ideas.maturation.actions.checklist import Answer, answer_checklist
from ideas.maturation.actions.gates import Verdict, ask_gate, decide_gate
from ideas.maturation.actions.moving import Farewell, park_project, stop_project
from ideas.maturation.actions.reporting import Report, report_status
from ideas.maturation.models import GateOutcome, Health, Project, TickAnswer
from ideas.maturation.queries.projects import checklist, checklist_version
from ideas.people.models import Person

MONTH = 30
# Until its next report the owner has so many days; the newest came so many days ago.
RHYTHM = 28
LAST_REPORT = (3, 24)
# How many days ago the last step lies, by the phase a project has reached.
ENDS = {"completed": 36, "stopped": 340, "parked": 48, "operation": 140, "rollout": 40}
END = 6
OFF_BOARD = {"completed", "stopped", "parked"}
Step = Callable[[Project, Person], object]


def plan_project(stage: Stage, title: str, selected: datetime) -> None:
    """Let a selected idea become a project and walk to where it stands today."""
    text = texts.projects()[title]
    persona = text.get("owner")
    owner = stage.cast.personas[persona] if persona else stage.somebody(text["owner_team"])
    _plan(stage, text, owner, selected)


def plan_like_another(stage: Stage, title: str, selected: datetime) -> None:
    """Let a project without a text of its own walk like one of those that are on the board."""
    on_board = [text for text in texts.read("projects") if text["phase"] not in OFF_BOARD]
    text = {**stage.rng.choice(on_board), "title": title}
    _plan(stage, text, stage.somebody(), selected)


def _plan(stage: Stage, text: Text, owner: Person, selected: datetime) -> None:
    title = text["title"]
    begun = stage.calendar.after(selected, 6)
    stage.script.add(begun, _adopting(stage, title, owner))
    steps = list(_steps(stage, text))
    end = stage.calendar.ago(ENDS.get(text["phase"], END))
    weights = sum(weight for weight, _step in steps) or 1
    at = begun
    for weight, step in steps:
        at = stage.calendar.after(at, (end - begun).days * weight // weights)
        stage.script.add(at, _doing(stage, title, owner, step))
    last = at if text["phase"] in OFF_BOARD else _newest_report(stage)
    _plan_reports(stage, text, owner, (begun, last))


def _newest_report(stage: Stage) -> datetime:
    return stage.calendar.ago(stage.rng.randint(*LAST_REPORT))


def _adopting(stage: Stage, title: str, owner: Person) -> Callable[[], None]:
    def adopt() -> None:
        idea = stage.ideas[title]
        stage.projects[title] = adopt_idea(idea, owner, actor=stage.cast.coordinator)

    return adopt


def _doing(stage: Stage, title: str, owner: Person, step: Step) -> Callable[[], object]:
    return lambda: step(stage.projects[title], owner)


def _steps(stage: Stage, text: Text) -> Iterator[tuple[int, Step]]:
    """Yield what happens to the project, in order, each step with the share of time before it."""
    for phase, answers in text["checks"].items():
        yield 8, _answering(answers)
        if phase in text["gate_reasons"]:
            yield 1, lambda project, owner: ask_gate(project, actor=owner)
            yield 2, _releasing(stage, text["gate_reasons"][phase])
    if text["asks_gate"]:
        yield 1, lambda project, owner: ask_gate(project, actor=owner)
    if text["phase"] == "parked":
        yield 2, _parking(stage, text)
    if text["phase"] == "stopped":
        yield 4, _stopping(stage, text)


def _answering(answers: list[dict[str, str]]) -> Step:
    def answer(project: Project, owner: Person) -> None:
        lines = checklist(project)
        given = {
            line.item.id: Answer(TickAnswer(row["answer"]), row["evidence"])
            for line, row in zip(lines, answers, strict=True)
        }
        answer_checklist(project, given, seen=checklist_version(lines), actor=owner)

    return answer


def _releasing(stage: Stage, reason: str) -> Step:
    def release(project: Project, _owner: Person) -> None:
        verdict = Verdict(GateOutcome.RELEASED, reason, project.status_since)
        decide_gate(project, verdict, actor=stage.cast.chair)

    return release


def _parking(stage: Stage, text: Text) -> Step:
    def park(project: Project, _owner: Person) -> None:
        until = stage.today + timedelta(days=MONTH * text["resume_in_months"])
        seen = project.place_version
        park_project(project, until, text["park_reason"], seen=seen, actor=stage.cast.chair)

    return park


def _stopping(stage: Stage, text: Text) -> Step:
    def stop(project: Project, _owner: Person) -> None:
        farewell = Farewell(text["stop_reason"], text["learned"], text["thanks"])
        stop_project(project, farewell, seen=project.place_version, actor=stage.cast.chair)

    return stop


def _plan_reports(
    stage: Stage, text: Text, owner: Person, times: tuple[datetime, datetime]
) -> None:
    """Let the reports come evenly until the last days, or until the project left the board."""
    begun, last = times
    reports = text["reports"]
    days = (last - begun).days // (len(reports) + 1)
    at = begun
    for n, row in enumerate(reports, 1):
        is_newest = n == len(reports) and text["phase"] not in OFF_BOARD
        at = last if is_newest else stage.calendar.after(at, days)
        stage.script.add(max(at, begun), _reporting(stage, text["title"], owner, row))


def _reporting(stage: Stage, title: str, owner: Person, row: dict[str, str]) -> Callable[[], None]:
    def report() -> None:
        said = Report(
            Health(row["health"]),
            row["text"],
            row["next_step"],
            clock.today() + timedelta(days=RHYTHM),
            row.get("need", ""),
        )
        report_status(stage.projects[title], said, actor=owner)

    return report
