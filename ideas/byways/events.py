"""What happens to an idea beside the main way, and who hears of it."""

from typing import Any

from sqlalchemy import Select, select

from ideas.byways.rules import may_keep_tags
from ideas.core.i18n import _l
from ideas.ideation.events import (
    author_event,
    idea_event,
    members,
    to_author,
    to_author_as_receipt,
    to_author_inbox,
    to_chairs,
    to_coordinators,
    to_followers,
    to_supporters,
)
from ideas.ideation.models import EventTag, FastTrack, Idea
from ideas.ideation.rules import involved_ids
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.process.events import Audience, Event
from ideas.process.models import Because


def responsible(idea: Idea) -> Select[Any]:
    """Select who is named for the fix in the fast lane."""
    named = select(FastTrack.responsible_id).where(
        FastTrack.idea_id == idea.id, FastTrack.ended_at.is_(None)
    )
    return select(Person).where(Person.id.in_(named))


def judges(idea: Any) -> Select[Any]:
    """Select who may answer the objection: others than those who decided."""
    excluded = involved_ids(idea)
    for one in idea.objections:
        excluded |= set(one.decided_by) if not one.ended_at else set()
    office = holding(Role.COORDINATOR, Role.CHAIR)
    return select(Person).where(Person.id.in_(office), Person.id.not_in(excluded))


to_responsible = Audience(Because.TASK, responsible)
to_judges = Audience(Because.TASK, judges)
to_members_inbox = Audience(Because.TASK, members, mailed=False)

office_answered = idea_event(
    "idea.office_answered", _l("The other office has answered."), to_author, to_followers
)
taken_back = idea_event(
    "idea.taken_back",
    _l("The other office has answered; the idea is screened again."),
    to_author,
    to_followers,
)
asked_again = idea_event("idea.asked_again", _l("The other office was asked again."))
fast_tracked = idea_event(
    "idea.fast_tracked",
    _l("The idea was proposed for the fast lane."),
    to_responsible,
    to_author,
    to_members_inbox,
    to_followers,
)
agreed = idea_event(
    "idea.fast_track_agreed",
    _l("The responsible unit agreed and does it at once."),
    to_author,
    to_members_inbox,
    to_followers,
)
refused = idea_event(
    "idea.fast_track_refused",
    _l("The responsible unit did not agree; the idea is screened again."),
    to_coordinators,
    to_author_inbox,
    to_followers,
)
lapsed = idea_event(
    "idea.fast_track_lapsed",
    _l("It was not done in time; the idea is screened again."),
    to_coordinators,
    to_responsible,
    to_author_inbox,
    to_followers,
)
done = idea_event(
    "idea.done",
    _l("The idea is done: introduced without a project."),
    to_author,
    to_members_inbox,
    to_supporters,
    to_followers,
)
called_in = idea_event(
    "idea.called_in",
    _l("The steering group called the idea in; it waits for the next scoring round."),
    to_author,
    to_responsible,
    to_coordinators,
    to_chairs,
    to_followers,
)
objected = author_event(
    "idea.objected",
    _l("The author objects to the decision."),
    to_author_as_receipt,
    to_judges,
    to_followers,
)
upheld = idea_event(
    "idea.objection_answered",
    _l("The objection was answered: the decision stands."),
    to_author,
    to_followers,
)
reopened = idea_event(
    "idea.reopened",
    _l("The objection was answered: the idea is taken up anew."),
    to_author,
    to_coordinators,
    to_chairs,
    to_supporters,
    to_followers,
)
resumed = idea_event(
    "idea.resumed_on_event",
    _l("The idea was taken up again: what it waited for has happened."),
    to_author,
    to_coordinators,
    to_supporters,
    to_followers,
)
waits = idea_event("idea.waits_for_event", _l("It was noted what the idea waits for."))
tag_made = Event("tag.made", EventTag, _l("An event to wait for was entered."), may_keep_tags)
tag_released = Event(
    "tag.released", EventTag, _l("An event that ideas waited for has happened."), may_keep_tags
)
