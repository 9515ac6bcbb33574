"""What happens to a project: every step enters the history of its idea."""

from typing import Any

from sqlalchemy import Select, select

from ideas.core.i18n import Lazy, _l
from ideas.ideation import events as of_ideas
from ideas.ideation.events import (
    role_towards,
    to_author,
    to_author_inbox,
    to_chairs,
    to_followers,
)
from ideas.ideation.models import Idea
from ideas.ideation.rules import may_read
from ideas.maturation.models import Project
from ideas.people.models import Person
from ideas.process.events import Audience, Event, Why
from ideas.process.models import Because


class ProjectEvent(Event):
    """An event of a project, recorded for its idea together with the phase it is in then."""

    def record(
        self,
        subject: Any,
        *,
        actor: Person,
        why: Why | None = None,
        moved: tuple[str | None, str | None] = (None, None),
        role: str | None = None,
        **details: Any,
    ) -> None:
        """Write the entry into the idea's history."""
        details["phase"] = subject.last_phase.code
        role = role or ("owner" if actor.id == subject.owner_id else None)
        super().record(subject.idea, actor=actor, why=why, moved=moved, role=role, **details)


def owner(idea: Idea) -> Select[Any]:
    """Select who is responsible for the idea's project."""
    own = select(Project.owner_id).where(Project.idea_id == idea.id)
    return select(Person).where(Person.id.in_(own))


to_owner = Audience(Because.OWNER, owner)
to_owner_inbox = Audience(Because.OWNER, owner, mailed=False)
to_chairs_inbox = Audience(Because.TASK, of_ideas.chairs, mailed=False)


def project_event(name: str, sentence: Lazy, *tells: Audience) -> Event:
    """Declare something that happens to a project."""
    return ProjectEvent(name, Idea, sentence, may_read, tells, shown_as=role_towards)


adopted = project_event(
    "idea.adopted",
    _l("The idea has become a project; somebody is responsible for it now."),
    to_owner,
    to_author,
    to_followers,
)
checklist_changed = project_event(
    "idea.checklist_changed", _l("Criteria of the release were answered.")
)
gate_asked = project_event(
    "idea.gate_asked",
    _l("The release of the next phase was asked for."),
    to_chairs,
    to_author,
    to_followers,
)
gate_withdrawn = project_event(
    "idea.gate_withdrawn",
    _l("The request for the release was withdrawn."),
    to_chairs_inbox,
    to_author_inbox,
    to_followers,
)
gate_released = project_event(
    "idea.gate_released",
    _l("The release was given; the project moves on."),
    to_owner,
    to_author,
    to_followers,
)
gate_reworked = project_event(
    "idea.gate_reworked",
    _l("Before the release something has to be reworked."),
    to_owner,
    to_author,
    to_followers,
)
moved_back = project_event(
    "idea.moved_back",
    _l("The project was moved back to an earlier phase."),
    to_owner,
    to_author,
    to_followers,
)
parked = project_event(
    "idea.parked", _l("The project was parked for a while."), to_owner, to_author, to_followers
)
resumed = project_event(
    "idea.resumed_work", _l("Work on the project goes on."), to_owner, to_author, to_followers
)
stopped = project_event(
    "idea.stopped", _l("The project was stopped."), to_owner, to_author, to_followers
)
completed = project_event(
    "idea.completed",
    _l("The project is completed."),
    to_owner,
    to_author,
    to_followers,
)
reported = project_event(
    "idea.reported", _l("There is a new status report."), to_author_inbox, to_followers
)
reordered = project_event("idea.reordered", _l("The card got another place in its phase."))
report_missed = project_event(
    "idea.report_missed", _l("There has been no status report for a month."), to_owner
)
