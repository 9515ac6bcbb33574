"""What the page of an idea offers once it is selected."""

from flask import url_for

from ideas.core.i18n import _
from ideas.ideation.models import Idea, Status
from ideas.ideation.views.panels import Panel, idea_panels
from ideas.maturation import rules
from ideas.people.models import Person


def project_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead to the project, or to naming somebody responsible."""
    if idea.project_status is not None:
        url = url_for("maturation.project", number=idea.number)
        return Panel(_("To the project"), url, _("Reports, criteria and releases stand there."))
    if idea.status == Status.SELECTED and rules.may_adopt(person):
        url = url_for("maturation.adopt", number=idea.number)
        text = _("The idea is selected; now somebody has to be responsible for it.")
        return Panel(_("Name somebody responsible"), url, text, primary=True)
    return None


idea_panels.append(project_panel)
