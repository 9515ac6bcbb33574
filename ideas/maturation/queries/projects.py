"""Reading one project; whoever changes a place locks the board first, then the project."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import contains_eager, joinedload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.corrections import reason_of
from ideas.maturation.models import GateDecision, Project, StatusReport, Tick, TickAnswer
from ideas.maturation.rules import may_read_project
from ideas.people.models import Person
from ideas.process.queries import history_of
from ideas.programme.models import ChecklistItem, Phase


@dataclass(frozen=True)
class Line:
    """A criterion of a gate with the project's answer, if there is one."""

    item: ChecklistItem
    tick: Tick | None

    @property
    def text(self) -> str:
        """Return what is asked."""
        return self.item.text

    @property
    def answer(self) -> TickAnswer | None:
        """Return the answer."""
        return self.tick.answer if self.tick else None

    @property
    def evidence(self) -> str:
        """Return what the answer rests on."""
        return self.tick.evidence if self.tick else ""


def get_project(number: str, *, reader: Person, lock: bool = False) -> Project:
    """Return the project of the idea with this number; with `lock` for a change.

    Raises:
        NotFound: there is none, or the reader may not know of it.
    """
    return _get(Idea.number == number, reader, lock=lock)


def get_card(project_id: int, *, reader: Person) -> Project:
    """Return the project with this id, locked, to give its card another place.

    Raises:
        NotFound: there is none, or the reader may not know of it.
    """
    return _get(Project.id == project_id, reader, lock=True)


def find_project(idea: Idea) -> Project | None:
    """Return the project that the idea has become, or None."""
    return session.scalar(select(Project).where(Project.idea_id == idea.id))


def get_adoptable(number: str, *, reader: Person) -> Idea:
    """Return an idea, locked, that is to become a project.

    Raises:
        NotFound: there is none, or the reader may not know of it.
    """
    lock_board()
    return get_idea(number, reader=reader, lock=True)


def lock_board() -> None:
    """Let nobody else change places until the end of this transaction.

    The phases are locked in one order and before any card, so that two moves cannot wait for
    each other; `key_share` lets others go on naming the phases meanwhile.
    """
    session.execute(select(Phase.id).order_by(Phase.id).with_for_update(key_share=True))


def lane(phase_id: int, *, besides: Project | None = None) -> list[tuple[int, int]]:
    """Return id and sort of the cards of a phase in their order."""
    statement = select(Project.id, Project.sort).where(Project.phase_id == phase_id)
    if besides is not None:
        statement = statement.where(Project.id != besides.id)
    return [
        (row.id, row.sort) for row in session.execute(statement.order_by(Project.sort, Project.id))
    ]


def end_of_lane(phase: Phase, *, besides: Project) -> int | None:
    """Return the highest sort among the other cards of the phase, None if there are none."""
    statement = select(func.max(Project.sort)).where(Project.phase_id == phase.id)
    if besides.id is not None:
        statement = statement.where(Project.id != besides.id)
    return session.scalar(statement)


def checklist(project: Project) -> list[Line]:
    """Return the criteria of the gate the project stands before, with its answers."""
    statement = (
        select(ChecklistItem, Tick)
        .outerjoin(Tick, (Tick.item_id == ChecklistItem.id) & (Tick.project_id == project.id))
        .where(ChecklistItem.phase_id == project.last_phase_id)
        .order_by(ChecklistItem.position)
    )
    rows = session.execute(statement.execution_options(populate_existing=True))
    return [Line(item, tick) for item, tick in rows]


def checklist_version(lines: Iterable[Line]) -> int:
    """Return a number that grows with every change of an answer."""
    return sum(line.tick.version for line in lines if line.tick)


def decisions_of(project: Project) -> list[GateDecision]:
    """Return what was decided at the project's gates, newest first."""
    statement = select(GateDecision).where(GateDecision.project_id == project.id)
    ordered = statement.options(joinedload(GateDecision.phase)).order_by(GateDecision.id.desc())
    return list(session.scalars(ordered))


def reports_of(project: Project) -> list[StatusReport]:
    """Return the owner's reports, newest first."""
    statement = select(StatusReport).where(StatusReport.project_id == project.id)
    return list(session.scalars(statement.order_by(StatusReport.id.desc())))


def reason_of_state(project: Project) -> str:
    """Return why the project is in its present state, as far as it was said in public."""
    entries = history_of(project.idea)
    for entry in reversed(entries):
        if entry.to_status == project.status:
            return reason_of(entry, entries)
    return ""


def _get(which: ColumnElement[bool], reader: Person, *, lock: bool) -> Project:
    statement: Any = (
        select(Project)
        .join(Project.idea)
        .where(which)
        .options(
            contains_eager(Project.idea),
            joinedload(Project.last_phase, innerjoin=True),
            joinedload(Project.owner, innerjoin=True).joinedload(Person.unit),
        )
    )
    if lock:
        lock_board()
        statement = statement.with_for_update(of=[Project, Idea])
        statement = statement.execution_options(populate_existing=True)
    project: Project | None = session.scalar(statement)
    if project is None or not may_read_project(reader, project):
        raise NotFound(_("There is no such project."))
    return project
