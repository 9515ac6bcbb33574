"""What waits for whom in the projects, for the start page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, exists, select

from ideas.accounts.rules import is_chair
from ideas.core.database import session
from ideas.core.enums import Labelled
from ideas.core.i18n import _l
from ideas.ideation.models import Idea, ProjectStatus, Status
from ideas.ideation.rules import readable_by
from ideas.maturation import rules
from ideas.maturation.models import Project
from ideas.people.models import Person

SHOWN = 50


class TaskKind(Labelled):
    """What is to be done."""

    LEAD = "lead", _l("Lead your project")
    RELEASE = "release", _l("Decide on the release")
    ADOPT = "adopt", _l("Name somebody responsible")


@dataclass(frozen=True)
class Task:
    """One thing that waits for a person; `since` is when it began to wait."""

    kind: TaskKind
    number: str
    title: str
    since: datetime
    until: date | None
    note: str = ""


def tasks_of(person: Person) -> list[Task]:
    """Return what waits for this person: own projects, gates to decide, ideas without owner."""
    tasks = [_lead(row) for row in _own_projects(person)]
    if is_chair(person):
        tasks += [_release(row) for row in _gates_for(person)]
    if rules.may_adopt(person):
        rows = selected_without_owner(person, page=1, size=SHOWN)[:SHOWN]
        tasks += [
            Task(TaskKind.ADOPT, row.number, row.title, row.status_since, None) for row in rows
        ]
    return tasks


def selected_without_owner(reader: Person, *, page: int, size: int) -> list[Row[Any]]:
    """Return a page of the selected ideas that nobody has taken up, the oldest first."""
    taken = exists().where(Project.idea_id == Idea.id)
    statement = (
        select(Idea.id, Idea.number, Idea.title, Idea.status_since)
        .where(Idea.status == Status.SELECTED, ~taken, readable_by(reader))
        .order_by(Idea.status_since, Idea.id)
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def _own_projects(person: Person) -> list[Row[Any]]:
    statement = (
        select(Idea.number, Idea.title, Project.phase_since, Project.next_date, Project.next_step)
        .join(Project.idea)
        .where(Project.owner_id == person.id, Project.status == ProjectStatus.IN_WORK)
        .where(readable_by(person))
        .order_by(Project.next_date.is_(None), Project.next_date, Project.id)
        .limit(SHOWN)
    )
    return list(session.execute(statement))


def _gates_for(chair: Person) -> list[Row[Any]]:
    statement = (
        select(Idea.number, Idea.title, Project.status_since, Idea.ball_until)
        .join(Project.idea)
        .where(Project.status == ProjectStatus.IN_GATE, Project.owner_id != chair.id)
        .where(readable_by(chair))
        .order_by(Project.status_since, Project.id)
        .limit(SHOWN)
    )
    return list(session.execute(statement))


def _lead(row: Row[Any]) -> Task:
    return Task(TaskKind.LEAD, row.number, row.title, row.phase_since, row.next_date, row.next_step)


def _release(row: Row[Any]) -> Task:
    return Task(TaskKind.RELEASE, row.number, row.title, row.status_since, row.ball_until)
