"""A selected idea becomes a project."""

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.ideation.models import Ball, Idea, ProjectStatus, Status
from ideas.maturation import events, rules
from ideas.maturation.models import Project
from ideas.maturation.queries.projects import find_project, lock_board
from ideas.maturation.workflow import hand_on, place_project
from ideas.people.models import Person, Role
from ideas.process.transitions import begin
from ideas.programme.queries import phases


def adopt_idea(idea: Idea, owner: Person, *, actor: Person) -> Project:
    """Name who is responsible for a selected idea and put its card into the first phase."""
    rules.may_adopt.require(actor)
    if idea.status != Status.SELECTED:
        raise NotPossible(_("Only a selected idea can become a project."))
    lock_board()
    if find_project(idea):
        raise NotPossible(_("The idea is a project already."))
    if not owner.is_active or Role.EMPLOYEE not in owner.roles:
        raise Invalid(_("Please choose somebody who takes part here."))
    project = Project(idea=idea, owner_id=owner.id, next_step="", started_at=clock.now())
    begin(project, ProjectStatus.IN_WORK)
    place_project(project, phases()[0])
    session.add(project)
    hand_on(Ball.OWNER)(project)
    moved = (None, str(ProjectStatus.IN_WORK))
    events.adopted.record(project, actor=actor, moved=moved, owner=owner.id)
    return project
