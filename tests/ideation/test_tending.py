"""Drafts that nobody touches: reminded of, announced, deleted."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed
from ideas.ideation.actions import edit_draft
from ideas.ideation.actions.tending import tend_drafts
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_draft
from ideas.process.models import Entry, Notice
from tests.build.ideation import TEXTS, as_system, draft


def after(days):
    """Let the house look after the drafts so many days from now."""
    system = as_system()
    with clock.at(clock.now() + timedelta(days=days)), transaction():
        return tend_drafts(actor=system)


def told(person):
    with transaction():
        statement = select(Entry.event).join(Notice).where(Notice.person_id == person.id)
        return list(session.scalars(statement.order_by(Entry.sequence)))


def there(idea_id):
    with transaction():
        return session.get(Idea, idea_id) is not None


def test_after_14_days_the_author_is_reminded_once(anna):
    draft(by=anna)
    assert [after(13), after(14), after(15), after(60)] == [0, 1, 0, 0]
    assert told(anna) == ["idea.draft_waits"]


def test_it_is_deleted_after_180_days_and_announced_14_days_before(anna):
    idea_id = draft(by=anna)
    after(14)
    assert [after(165), after(166), after(179)] == [0, 1, 0]
    assert there(idea_id)
    assert after(180) == 1
    assert not there(idea_id)
    assert told(anna) == ["idea.draft_waits", "idea.draft_expires"]


def test_nothing_is_deleted_that_was_not_announced_in_time(anna):
    idea_id = draft(by=anna)
    assert after(200) == 1
    assert after(213) == 0
    assert there(idea_id)
    assert after(214) == 1
    assert not there(idea_id)


def test_whoever_writes_on_starts_anew(anna):
    idea_id = draft(by=anna)
    after(166)
    with clock.at(clock.now() + timedelta(days=170)), transaction():
        idea = get_draft(idea_id, reader=anna)
        edit_draft(idea, TEXTS, campaign=idea.campaign, seen=1, actor=anna)
    assert after(181) == 0
    assert after(184) == 1  # a reminder again
    assert there(idea_id)


def test_only_the_house_itself_tends_drafts(clara):
    with transaction(), pytest.raises(NotAllowed):
        tend_drafts(actor=clara)
