"""Projects in every state, built by the actions that people call."""

from datetime import timedelta

from ideas.core import clock
from ideas.core.database import transaction
from ideas.ideation.queries import get_idea
from ideas.maturation import actions, queries
from ideas.maturation.models import GateOutcome, Health, Project, TickAnswer
from ideas.people.models import Person
from ideas.process.queries import history_of
from ideas.programme.queries import phases
from tests.build import steering

EVIDENCE = "Beschluss der Teamrunde vom Montag."
MET = TickAnswer.MET
STOPPED = "Es trägt nicht: An drei Abenden kamen zu wenige, die Grenze ist damit erreicht."


def selected_idea(*, by: Person, title: str = "Kurzbrief beim Umzug") -> str:
    """Return the number of an idea that has a yes."""
    return steering.decided(by=by, title=title)


def adopted(idea: str, *, owner: Person, actor: Person) -> str:
    """Make the selected idea a project."""
    with transaction():
        actions.adopt_idea(queries.get_adoptable(idea, reader=actor), owner, actor=actor)
    return idea


def new_project(
    *, author: Person, owner: Person, chair: Person, title: str = "Kurzbrief beim Umzug"
) -> str:
    """Return the number of a project in the first phase."""
    return adopted(selected_idea(by=author, title=title), owner=owner, actor=chair)


def project_in(
    code: str, *, author: Person, owner: Person, chair: Person, title: str = "Kurzbrief"
) -> str:
    """Return the number of a project that has walked to this phase."""
    number = new_project(author=author, owner=owner, chair=chair, title=title)
    with transaction():
        codes = [phase.code for phase in phases()]
    for _phase in codes[: codes.index(code)]:
        pass_gate(number, owner=owner, chair=chair)
    return number


def pass_gate(number: str, *, owner: Person, chair: Person) -> None:
    """Walk through one gate."""
    answer_all(number, owner=owner)
    ask(number, owner=owner)
    decide(number, chair=chair)


def answer_all(number: str, *, owner: Person, answer: TickAnswer = MET) -> None:
    """Answer every criterion alike."""
    with transaction():
        project = queries.get_project(number, reader=owner, lock=True)
        lines = queries.checklist(project)
        given = {line.item.id: actions.Answer(answer, EVIDENCE) for line in lines}
        seen = queries.checklist_version(lines)
        actions.answer_checklist(project, given, seen=seen, actor=owner)


def ask(number: str, *, owner: Person) -> None:
    """Ask for the gate."""
    with transaction():
        actions.ask_gate(queries.get_project(number, reader=owner, lock=True), actor=owner)


def decide(
    number: str,
    *,
    chair: Person,
    outcome: GateOutcome = GateOutcome.RELEASED,
    reason: str = "Alles da.",
) -> None:
    """Record the decision on the request that stands."""
    with transaction():
        project = queries.get_project(number, reader=chair, lock=True)
        verdict = actions.Verdict(outcome, reason, project.status_since)
        actions.decide_gate(project, verdict, actor=chair)


def park(number: str, *, actor: Person, days: int = 90, reason: str = "Wir warten.") -> None:
    """Park the project."""
    with transaction():
        project = queries.get_project(number, reader=actor, lock=True)
        until = clock.today() + timedelta(days=days)
        actions.park_project(project, until, reason, seen=project.place_version, actor=actor)


def resume(number: str, *, actor: Person) -> None:
    """Put the parked project back."""
    with transaction():
        project = queries.get_project(number, reader=actor, lock=True)
        actions.resume_project(project, actor=actor)


def stop(number: str, *, actor: Person, learned: str = "Telefon ist besser.") -> None:
    """Stop the project."""
    farewell = actions.Farewell(STOPPED, learned, "Danke an alle.")
    with transaction():
        project = queries.get_project(number, reader=actor, lock=True)
        actions.stop_project(project, farewell, seen=project.place_version, actor=actor)


def report(number: str, *, owner: Person, health: Health = Health.ON_TRACK, days: int = 14) -> None:
    """Post a status report."""
    said = actions.Report(
        health, "Es geht voran.", "Text abstimmen", clock.today() + timedelta(days=days), "Zeit"
    )
    with transaction():
        actions.report_status(
            queries.get_project(number, reader=owner, lock=True), said, actor=owner
        )


def look_at(number: str, *, reader: Person) -> Project:
    """Return the project as it is stored now."""
    with transaction():
        return queries.get_project(number, reader=reader)


def history(number: str, *, reader: Person) -> list[str]:
    """Return the names of what happened to the idea, oldest first."""
    with transaction():
        return [entry.event for entry in history_of(get_idea(number, reader=reader))]
