"""Supporting and following: each is there once, however often it is asked for."""

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from ideas.core.database import session
from ideas.ideation import events, rules
from ideas.ideation.models import Follow, Idea, Support
from ideas.ideation.rules import is_author
from ideas.people.models import Person


def support(idea: Idea, *, follow_it: bool = False, actor: Person) -> None:
    """Say that one finds the idea good."""
    rules.may_support.require(actor, idea)
    if _add(Support(idea_id=idea.id, person_id=actor.id)):
        _count(idea, 1)
        events.supported.record(idea, actor=actor)
    if follow_it:
        follow(idea, actor=actor)


def unsupport(idea: Idea, *, actor: Person) -> None:
    """Take one's support back."""
    rules.may_support.require(actor, idea)
    if _remove(Support, idea, actor):
        _count(idea, -1)
        events.unsupported.record(idea, actor=actor)


def follow(idea: Idea, *, actor: Person) -> None:
    """Be told in the inbox how the idea goes on."""
    if idea.is_sealed or not is_author(actor, idea):
        rules.may_follow.require(actor, idea)
    if _add(Follow(idea_id=idea.id, person_id=actor.id)):
        events.followed.record(idea, actor=actor)


def unfollow(idea: Idea, *, actor: Person) -> None:
    """Be told no longer."""
    rules.may_read.require(actor, idea)
    if _remove(Follow, idea, actor):
        events.unfollowed.record(idea, actor=actor)


def _add(row: Support | Follow) -> bool:
    """Store the row; say whether it is new."""
    if session.get(type(row), (row.idea_id, row.person_id)):
        return False
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # the same person was faster in another tab
        return False
    return True


def _remove(kind: type[Support | Follow], idea: Idea, person: Person) -> bool:
    """Delete the row; say whether there was one."""
    found = session.get(kind, (idea.id, person.id))
    if found is not None:
        session.expunge(found)
    own = delete(kind).where(kind.idea_id == idea.id, kind.person_id == person.id)
    return session.scalar(own.returning(kind.person_id)) is not None


def _count(idea: Idea, step: int) -> None:
    session.execute(
        update(Idea).where(Idea.id == idea.id).values(support_count=Idea.support_count + step)
    )
