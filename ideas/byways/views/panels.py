"""What the byways offer and say on the pages of an idea and of its screening."""

from flask import url_for
from flask_login import current_user

from ideas.byways import queries, rules, workflow
from ideas.byways.views.blueprint import byways
from ideas.core import clock
from ideas.core.i18n import _, day
from ideas.ideation.models import Ball, Idea, Status
from ideas.ideation.queries import tags_of
from ideas.ideation.views.panels import Fact, Panel, idea_facts, idea_panels, screening_panels
from ideas.people.models import Person
from ideas.process.transitions import obstacles

FAST = frozenset({Status.FAST_TRACK, Status.DONE})
JUDGES = frozenset({Ball.COORDINATION, Ball.CHAIR})


def forward_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead from the screening to sending on."""
    if idea.status not in workflow.forward.source or not rules.may_forward(person, idea):
        return None
    return Panel(str(workflow.forward.label), url_for("byways.forward", number=idea.number))


def propose_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead from the screening to the fast lane once the questions are answered."""
    if idea.status not in workflow.propose.source or not rules.may_propose_fast_track(person, idea):
        return None
    if list(obstacles(workflow.propose, idea)):
        return None
    url = url_for("byways.propose", number=idea.number)
    return Panel(str(workflow.propose.label), url)


def office_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the coordination to the other office's answer."""
    if idea.status != Status.FORWARDED or not rules.may_keep_forwarding(person, idea):
        return None
    if workflow.office_has_not_answered(idea):
        return None
    url = url_for("byways.office_answer", number=idea.number)
    return Panel(_("Enter the answer of the other office"), url)


def fast_track_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the unit to its answer, and to saying that it is done."""
    if idea.status != Status.FAST_TRACK or not rules.may_finish_fast_track(person, idea):
        return None
    if workflow.unit_agreed(idea) is None:
        url = url_for("byways.finish_fast_track", number=idea.number)
        primary = rules.may_answer_fast_track(person, idea)
        return Panel(str(workflow.finish.label), url, primary=primary)
    if not rules.may_answer_fast_track(person, idea):
        return None
    url = url_for("byways.answer_fast_track", number=idea.number)
    return Panel(_("Answer for your unit"), url, primary=True)


def call_in_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the steering group to calling in."""
    if idea.status not in FAST or not rules.may_call_in(person, idea):
        return None
    if workflow.may_still_be_called_in(idea):
        return None
    return Panel(str(workflow.call_in.label), url_for("byways.call_in", number=idea.number))


def object_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the author to an objection while its time runs."""
    if idea.status not in queries.DECIDED or not rules.may_object(person, idea):
        return None
    if clock.local(idea.status_since).date() + queries.WITHIN < clock.today():
        return None
    decided = queries.decision_to_object_to(idea)
    if decided is None or decided.objection or not decided.is_in_time:
        return None
    until = day(decided.until)
    text = _("Possible once, until %(day)s, with a new fact or an error.", day=until)
    return Panel(_("Object"), url_for("byways.object_to", number=idea.number), text)


def objection_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the office to an objection, and those to its answer who did not decide."""
    if not _is_objected_to(idea) or not rules.may_see_objections(person):
        return None
    if rules.may_object(person, idea):
        return None
    url = url_for("byways.answer_objection", number=idea.number)
    if rules.may_answer_objection(person, idea):
        return Panel(_("Answer the objection"), url, primary=True)
    return Panel(_("Formal objection"), url)


def _is_objected_to(idea: Idea) -> bool:
    """Say whether an objection waits, without asking: only then a decided idea has the ball."""
    return idea.status in queries.DECIDED and idea.ball in JUDGES


def forwarding_facts(idea: Idea, _person: Person) -> list[Fact]:
    """Say where the idea lies and when the house asks there again."""
    forwarding = queries.find_forwarding(idea) if idea.status == Status.FORWARDED else None
    if forwarding is None:
        return []
    facts: list[Fact] = [(_("Sent to"), forwarding.office)]
    if forwarding.ended_at is None:
        facts.append((_("We ask again on"), day(forwarding.ask_again_on)))
    return facts


def fast_track_facts(idea: Idea, _person: Person) -> list[Fact]:
    """Say which unit does it, and until when it can be called in."""
    track = queries.find_track(idea) if idea.status in FAST else None
    if track is None:
        return []
    facts: list[Fact] = [(_("Unit"), track.unit.name), (_("Fast lane"), track.stage.label)]
    if track.call_in_until and clock.today() <= track.call_in_until:
        facts.append((_("Can be called in until"), day(track.call_in_until)))
    return facts


def waiting_facts(idea: Idea, _person: Person) -> list[Fact]:
    """Say which events a deferred idea waits for."""
    names = tags_of(idea) if idea.status == Status.DEFERRED else []
    return [(_("Comes back earlier with"), ", ".join(names))] if names else []


def objection_facts(idea: Idea, _person: Person) -> list[Fact]:
    """Say that an objection waits, until when, and what happens if nobody may answer it."""
    objection = queries.find_objection(idea) if _is_objected_to(idea) else None
    if objection is None:
        return []
    until = _("is answered by %(day)s", day=day(objection.answer_until))
    facts: list[Fact] = [(_("Formal objection"), until)]
    if not queries.has_judge(idea):
        nobody = _("Somebody who has not decided is still to be appointed.")
        facts.append((_("Who answers"), nobody))
    return facts


idea_panels.extend((office_panel, fast_track_panel, call_in_panel, object_panel, objection_panel))
screening_panels.extend((forward_panel, propose_panel))
idea_facts.extend((forwarding_facts, fast_track_facts, waiting_facts, objection_facts))


@byways.app_context_processor
def office() -> dict[str, object]:
    """Say whether the reader finds the lists of the coordination."""
    known = current_user.is_authenticated
    return {"is_office": known and rules.may_see_objections(current_user.person)}
