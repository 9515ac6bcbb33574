"""The places a card can go to from where it is, and what stands in the way."""

from dataclasses import dataclass, field

from ideas.core.i18n import _
from ideas.ideation.models import ProjectStatus
from ideas.maturation import rules, workflow
from ideas.maturation.models import Project, TickAnswer
from ideas.maturation.queries import checklist
from ideas.people.models import Person
from ideas.process.transitions import obstacles
from ideas.programme.models import Phase
from ideas.programme.queries import phases

ASK = "freigabe"


@dataclass(frozen=True)
class Way:
    """A place to go to: with a value it can be chosen, else the notes say why not."""

    name: str
    value: str | None = None
    notes: list[str] = field(default_factory=list)
    is_here: bool = False
    is_next: bool = False


def ways_of(project: Project, actor: Person) -> list[Way]:
    """Return all phases in their order, and the end behind the last one."""
    ways: list[Way] = []
    here, found_next = project.last_phase.position, False
    for phase in phases():
        if phase.position < here:
            ways.append(_back(project, phase, actor))
        elif phase.position == here:
            ways.append(Way(phase.name, notes=[_here(project)], is_here=True))
        elif not found_next:
            found_next = True
            ways.append(_forward(project, phase.name, actor))
        else:
            ways.append(Way(phase.name, notes=[_("Only through the phases before it.")]))
    if not found_next:
        ways.append(_forward(project, str(ProjectStatus.COMPLETED.label), actor))
    return ways


def _here(project: Project) -> str:
    if project.phase_id is None:
        return _("The card was here last.")
    return _("The card is here.")


def _back(project: Project, phase: Phase, actor: Person) -> Way:
    if not rules.may_move_back(actor, project):
        return Way(phase.name, notes=[_("Coordination or chair can move the card back.")])
    if problems := list(obstacles(workflow.move_back_to(phase), project)):
        return Way(phase.name, notes=problems)
    return Way(phase.name, phase.code, [_("Going back needs a reason.")])


def _forward(project: Project, name: str, actor: Person) -> Way:
    gate = project.last_phase.gate
    if project.status == ProjectStatus.IN_GATE:
        note = _("The release “%(gate)s” is asked for; the chair decides.", gate=gate)
        return Way(name, notes=[note], is_next=True)
    missing = _missing(project)
    if not rules.may_ask_gate(actor, project):
        note = _("Only with the release “%(gate)s”; the project owner asks for it.", gate=gate)
        return Way(name, notes=[note, *missing], is_next=True)
    if problems := list(obstacles(workflow.ask_gate, project)):
        return Way(name, notes=[*problems, *missing], is_next=True)
    note = _("Ask for the release “%(gate)s”.", gate=gate)
    return Way(name, ASK, [note, *missing], is_next=True)


def _missing(project: Project) -> list[str]:
    """Return what the gate still lacks; an unmet criterion does not hinder asking."""
    lines = checklist(project)
    open_ones = [_("Not answered yet: %(text)s", text=line.text) for line in lines if not line.tick]
    unmet = [
        _("Not met: %(text)s", text=line.text) for line in lines if line.answer == TickAnswer.UNMET
    ]
    return open_ones + unmet
