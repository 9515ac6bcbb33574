"""What steering offers on the page of an idea."""

from typing import Any

from flask import url_for

from ideas.core.i18n import _
from ideas.ideation.models import Idea, Status
from ideas.ideation.views.panels import Panel, idea_panels
from ideas.people.models import Person
from ideas.steering import queries, rules

TO_SCREEN = frozenset({Status.SUBMITTED, Status.SCREENING})
BEFORE_RESULTS = frozenset({Status.DRAFT, Status.SUBMITTED, Status.WITHDRAWN, Status.INADMISSIBLE})


def screening_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the coordination to the screening."""
    if idea.status not in TO_SCREEN or not rules.may_screen(person, idea):
        return None
    url = url_for("steering.screen", number=idea.number)
    return Panel(_("Screen"), url, primary=idea.status == Status.SUBMITTED)


def scoring_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead a member to the own score while the round is open."""
    if idea.status != Status.SCORING or not rules.may_take_part(person):
        return None
    ballot = queries.ballot_for(idea, person)
    if not rules.may_score(person, ballot):
        return None
    url = url_for("steering.score", number=idea.number)
    if ballot.own is None:
        return Panel(_("Score"), url, primary=True)
    return Panel(_("Change your score"), url, _("Only you see it until the release."))


def result_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the group to the result, and the chair to the decision."""
    if idea.status in BEFORE_RESULTS or not rules.may_follow_rounds(person):
        return None
    ballot = queries.latest_result(idea, person)
    if ballot.round is None or not rules.may_see_result(person, ballot):
        return None
    target: dict[str, Any] = {"round_id": ballot.round.id, "number": idea.number}
    if idea.status == Status.EVALUATED and rules.may_decide(person, ballot):
        return Panel(_("Record the decision"), url_for("steering.decide", **target), primary=True)
    return Panel(_("Result of the scoring"), url_for("steering.result", **target))


def extend_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead those who keep the promise to putting it off."""
    if not rules.may_extend(person, idea):
        return None
    return Panel(
        _("Put the promised day off"), url_for("steering.extend", number=idea.number), rare=True
    )


idea_panels.extend((screening_panel, scoring_panel, result_panel, extend_panel))
