"""Where maturation keeps texts about an idea: with its project, its checklists and reports."""

from collections.abc import Iterator
from functools import partial

from sqlalchemy import select

from ideas.core.database import session
from ideas.core.i18n import _, day
from ideas.ideation.actions.text_places import Place, set_rich_text, set_text, text_places
from ideas.ideation.models import Idea
from ideas.maturation.models import GateDecision, Project, StatusReport, Tick
from ideas.people.models import Person


def _in_project(idea: Idea, _reader: Person) -> Iterator[Place]:
    project = session.scalar(select(Project).where(Project.idea_id == idea.id))
    if project is None:
        return
    yield Place(_("Next step"), project.next_step, partial(set_text, project, "next_step"))
    for tick in session.scalars(select(Tick).where(Tick.project_id == project.id)):
        yield Place(_("Checklist"), tick.evidence, partial(set_text, tick, "evidence"))
    decided = select(GateDecision).where(GateDecision.project_id == project.id)
    for gate in session.scalars(decided):
        label = _("Release of %(day)s", day=day(gate.decided_at))
        yield Place(label, gate.reason, partial(set_text, gate, "reason"))
        for n, line in enumerate(gate.checklist):
            yield Place(label, line["evidence"] or "", partial(_set_evidence, gate, n))
    for report in session.scalars(
        select(StatusReport).where(StatusReport.project_id == project.id)
    ):
        label = _("Report of %(day)s", day=day(report.made_at))
        yield Place(label, report.text.source, partial(set_rich_text, report, "text"))
        for name in ("need", "next_step"):
            yield Place(label, getattr(report, name), partial(set_text, report, name))


def _set_evidence(gate: GateDecision, n: int, text: str) -> None:
    line = gate.checklist[n] | {"evidence": text}
    gate.checklist = [*gate.checklist[:n], line, *gate.checklist[n + 1 :]]


text_places.append(_in_project)
