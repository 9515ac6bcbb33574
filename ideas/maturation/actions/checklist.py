"""The owner answers the criteria of the next gate."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _
from ideas.ideation.models import ProjectStatus
from ideas.maturation import events, rules
from ideas.maturation.models import Project, Tick, TickAnswer
from ideas.maturation.queries.projects import Line, checklist, checklist_version
from ideas.people.models import Person


@dataclass(frozen=True)
class Answer:
    """The answer to one criterion and what it rests on."""

    answer: TickAnswer
    evidence: str = ""

    @property
    def lacks_evidence(self) -> bool:
        """Say whether something is claimed without saying what it rests on."""
        return self.answer != TickAnswer.UNMET and not self.evidence.strip()


def answer_checklist(
    project: Project, answers: Mapping[int, Answer], *, seen: int, actor: Person
) -> None:
    """Store the answers by criterion; what is left out stays as it is.

    Raises:
        NotPossible: the project waits for a release or is not at work.
        Stale: the answers are not those that were seen.
    """
    rules.may_answer.require(actor, project)
    if project.status != ProjectStatus.IN_WORK:
        raise NotPossible(_("The answers are fixed while a release is asked for."))
    lines = checklist(project)
    _check(lines, answers)
    changed = [line for line in lines if _differs(line, answers.get(line.item.id))]
    if not changed:
        return
    if seen != checklist_version(lines):
        raise Stale(_("The answers were changed meanwhile."), current=lines)
    for line in changed:
        _write(project, line, answers[line.item.id])
    counted = Counter(line.answer for line in checklist(project))
    events.checklist_changed.record(
        project,
        actor=actor,
        met=counted[TickAnswer.MET],
        unmet=counted[TickAnswer.UNMET],
        waived=counted[TickAnswer.WAIVED],
    )


def _check(lines: list[Line], answers: Mapping[int, Answer]) -> None:
    known = {line.item.id for line in lines}
    if not known.issuperset(answers):
        raise Invalid(_("These criteria do not belong to the present phase."))
    if any(given.lacks_evidence for given in answers.values()):
        raise Invalid(_("Please say what the answer rests on."))


def _differs(line: Line, given: Answer | None) -> bool:
    return given is not None and (line.answer, line.evidence) != (given.answer, given.evidence)


def _write(project: Project, line: Line, given: Answer) -> None:
    tick = line.tick
    if tick is None:
        tick = Tick(project_id=project.id, item_id=line.item.id)
        session.add(tick)
    tick.answer, tick.evidence, tick.made_at = given.answer, given.evidence, clock.now()
