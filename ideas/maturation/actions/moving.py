"""Moving a project back, parking, resuming and stopping it."""

from dataclasses import dataclass
from datetime import date

from ideas.core import clock
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _, speaking
from ideas.ideation.models import Idea, ProjectStatus
from ideas.maturation import rules, workflow
from ideas.maturation.models import Project
from ideas.maturation.queries.projects import find_project
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply
from ideas.programme.actions.reasons import SHORTEST_REASON, is_too_short, require_filled
from ideas.programme.models import Phase
from ideas.steering.actions.promises import followers


@dataclass(frozen=True)
class Farewell:
    """What is said when a project is stopped; all three are told."""

    reason: str
    learned: str
    thanks: str

    @property
    def is_too_short(self) -> bool:
        """Say whether reason and lesson together are less than a reason."""
        return is_too_short(self.reason, self.learned)

    @property
    def text(self) -> str:
        """Return all three as one text for the history and the mail.

        It is kept as written, so its labels are in the language of the house, not the actor's.
        """
        with speaking("de"):
            learned = _("What we learned: %(text)s", text=self.learned)
            thanks = _("Thanks: %(text)s", text=self.thanks)
        return f"{self.reason}\n\n{learned}\n\n{thanks}"


def move_back(project: Project, phase: Phase, reason: str, *, seen: int, actor: Person) -> None:
    """Put the project back into an earlier phase; its gates must be passed again."""
    rules.may_move_back.require(actor, project)
    require_place(project, seen)
    _require_texts(reason)
    origin = project.last_phase.code
    step = workflow.move_back_to(phase)
    apply(step, project, actor=actor, why=Why(reason), from_phase=origin)


def park_project(
    project: Project, resume_on: date, reason: str, *, seen: int, actor: Person
) -> None:
    """Take the project off the board until a day within the next twelve months."""
    rules.may_park.require(actor, project)
    require_place(project, seen)
    _require_texts(reason)
    if not clock.today() < resume_on <= clock.a_year_ahead():
        raise Invalid(_("Please choose a day within the next twelve months."))
    apply(workflow.park, project, actor=actor, why=Why(reason), until=resume_on.isoformat())
    project.resume_on = project.idea.ball_until = resume_on


def resume_project(project: Project, *, actor: Person) -> None:
    """Put a parked project back at the end of the phase it came from."""
    rules.may_resume.require(actor, project)
    if project.last_phase.archived_at is not None:
        raise NotPossible(_("The phase of this project is no longer in use."))
    apply(workflow.resume, project, actor=actor)
    project.resume_on = None


def stop_project(project: Project, farewell: Farewell, *, seen: int, actor: Person) -> None:
    """End the project before its end, with what was learned and with thanks."""
    rules.may_stop.require(actor, project)
    require_place(project, seen)
    _require_texts(farewell.reason, farewell.learned, farewell.thanks)
    require_filled(farewell.reason, farewell.learned, farewell.thanks)
    if farewell.is_too_short:
        raise Invalid(too_short_to_stop())
    apply(workflow.stop, project, actor=actor, why=Why(farewell.text))


def keep_day(idea: Idea, until: date) -> None:
    """Let a parked project wait until the day that is promised now."""
    project = find_project(idea) if idea.project_status == ProjectStatus.PARKED else None
    if project:
        project.resume_on = until


def too_short_to_stop() -> str:
    """Return the sentence for a reason that is too short."""
    return _(
        "Reason and what was learned together need at least %(count)s characters.",
        count=SHORTEST_REASON,
    )


def require_place(project: Project, seen: int) -> None:
    """Refuse when the card was moved since the person looked.

    Raises:
        Stale: it stands somewhere else now.
    """
    if project.place_version == seen:
        return
    where = project.phase.name if project.phase else str(project.status.label)
    sentence = _(
        "“%(title)s” was moved meanwhile and is now in “%(phase)s”. Nothing was changed.",
        title=project.idea.title,
        phase=where,
    )
    raise Stale(sentence, current=project)


def _require_texts(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise Invalid(_("Please give a reason."))


followers.append(keep_day)
