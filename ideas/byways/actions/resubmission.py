"""Deferred ideas come back: on their day, or when what they wait for has happened."""

from collections.abc import Collection

from sqlalchemy import select

from ideas.byways import events, rules, workflow
from ideas.byways.actions.objecting import end_overtaken
from ideas.byways.queries import ideas_waiting_for
from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.ideation.actions.waiting import check_tags, wait_for
from ideas.ideation.models import EventTag, Idea, Status
from ideas.people.models import Person
from ideas.process.transitions import apply
from ideas.steering.actions.screening import begin_anew, resume_deferred
from ideas.steering.queries import lock


def make_tag(name: str, *, actor: Person) -> EventTag:
    """Enter an event that ideas can wait for.

    Raises:
        Invalid: there is one of this name.
    """
    rules.may_keep_tags.require(actor)
    if session.scalar(select(EventTag.id).where(EventTag.name == name)):
        raise Invalid(_("There is an event of this name already."))
    tag = EventTag(name=name, made_at=clock.now())
    session.add(tag)
    session.flush()
    events.tag_made.record(tag, actor=actor)
    return tag


def release_tag(tag: EventTag, *, actor: Person) -> int:
    """Say that the event has happened; every idea that waits for it comes back. Return how many.

    Raises:
        NotPossible: it was said already, or an own idea waits for it.
    """
    rules.may_keep_tags.require(actor)
    session.refresh(tag, with_for_update=True)
    if tag.released_at:
        raise NotPossible(_("This event has been released already."))
    ideas = ideas_waiting_for(tag)
    if not all(rules.may_change_waiting(actor, idea) for idea in ideas):
        raise NotPossible(
            _("An idea of yours waits for this. Please ask a colleague to release it.")
        )
    tag.released_at = clock.now()
    events.tag_released.record(tag, actor=actor, ideas=len(ideas))
    for idea in ideas:
        apply(workflow.resume, idea, actor=actor, tag=tag.id)
        begin_anew(idea)
    end_overtaken()
    return len(ideas)


def wait_for_events(idea: Idea, tag_ids: Collection[int], *, actor: Person) -> None:
    """Change what a deferred idea waits for; its day stays.

    Raises:
        NotPossible: it is not deferred.
        Invalid: an event has happened.
    """
    lock(idea)
    rules.may_change_waiting.require(actor, idea)
    if idea.status != Status.DEFERRED:
        raise NotPossible(_("The idea is not deferred any more."))
    check_tags(tag_ids)
    wait_for(idea, tag_ids)
    events.waits.record(idea, actor=actor, tags=sorted(tag_ids))


def resume_due(*, actor: Person) -> int:
    """Take up the deferred ideas whose day has come; return how many."""
    count = resume_deferred(actor=actor)
    end_overtaken()
    return count
