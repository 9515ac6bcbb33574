"""Supporting and following: each is there once, however often it is asked for."""

from sqlalchemy import delete, exists, select, update
from sqlalchemy.exc import IntegrityError

from ideas.core.database import session
from ideas.core.errors import NotPossible
from ideas.core.i18n import _, _n
from ideas.ideation import events, rules
from ideas.ideation.actions.family import recount_around, stand_alone
from ideas.ideation.models import Follow, Idea, Support, family_ids
from ideas.ideation.queries.support import votes_given
from ideas.ideation.rules import is_author
from ideas.people.models import Person
from ideas.programme.models import Activity
from ideas.programme.queries import takes_ideas
from ideas.programme.rules import must_allow


def support(idea: Idea, *, follow_it: bool = False, actor: Person) -> None:
    """Say that one finds the idea good."""
    must_allow(idea.campaign, Activity.SUPPORT)
    rules.may_support.require(actor, idea)
    stand_alone(idea)
    _require_a_vote(idea, actor)
    if not _is_there(Support, idea, actor) and _add(Support(idea_id=idea.id, person_id=actor.id)):
        _count(idea, 1)
        events.supported.record(idea, actor=actor)
    if follow_it:
        follow(idea, actor=actor)


def unsupport(idea: Idea, *, actor: Person) -> None:
    """Take one's support back, from merged ideas too; where votes are limited, one is free."""
    must_allow(idea.campaign, Activity.SUPPORT)
    rules.may_unsupport.require(actor, idea)
    _require_open_vote(idea)
    stand_alone(idea)
    drop_support(idea, actor.id, actor=actor)


def drop_support(idea: Idea, person_id: int, *, actor: Person) -> None:
    """Take somebody's support away: the person wants it, or has become an author of the idea."""
    if _remove(Support, idea, person_id):
        _count(idea, -1)
        recount_around(idea)
        events.unsupported.record(idea, actor=actor)


def follow(idea: Idea, *, actor: Person) -> None:
    """Be told in the inbox how the idea goes on."""
    if idea.is_sealed or not is_author(actor, idea):
        rules.may_follow.require(actor, idea)
    stand_alone(idea)
    if not _is_there(Follow, idea, actor) and _add(Follow(idea_id=idea.id, person_id=actor.id)):
        events.followed.record(idea, actor=actor)


def unfollow(idea: Idea, *, actor: Person) -> None:
    """Be told no longer, of the ideas merged into this one neither."""
    rules.may_read.require(actor, idea)
    stand_alone(idea)
    if _remove(Follow, idea, actor.id):
        events.unfollowed.record(idea, actor=actor)


def _require_a_vote(idea: Idea, actor: Person) -> None:
    """Where votes are limited, let one person's supports wait for each other and count them."""
    limit = idea.campaign.support_limit
    if limit is None:
        return
    _require_open_vote(idea)
    # Weaker than an update of the key, so that notices to the same person need not wait.
    own = select(Person.id).where(Person.id == actor.id).with_for_update(key_share=True)
    session.execute(own)
    is_new = not _is_there(Support, idea, actor)
    if is_new and votes_given(actor, idea.campaign) >= limit:
        raise NotPossible(
            _n(
                "You have given your %(num)s vote of this campaign. Take it back first.",
                "You have given your %(num)s votes of this campaign. Take one back first.",
                limit,
            )
        )


def _require_open_vote(idea: Idea) -> None:
    if idea.campaign.support_limit is not None and not takes_ideas(idea.campaign):
        raise NotPossible(_("The campaign is not open; its votes stand."))


def _is_there(kind: type[Support | Follow], idea: Idea, person: Person) -> bool:
    """Say whether the person stands by the idea, or by one merged into it."""
    if not idea.merged_count:
        return session.get(kind, (idea.id, person.id)) is not None
    rows = exists().where(kind.idea_id.in_(family_ids(idea)), kind.person_id == person.id)
    return bool(session.scalar(select(rows)))


def _add(row: Support | Follow) -> bool:
    """Store the row; say whether it is new."""
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # the same person was faster in another tab
        return False
    return True


def _remove(kind: type[Support | Follow], idea: Idea, person_id: int) -> bool:
    """Delete the row; say whether there was one."""
    found = session.get(kind, (idea.id, person_id))
    if found is not None:
        session.expunge(found)
    own = delete(kind).where(kind.idea_id.in_(family_ids(idea)), kind.person_id == person_id)
    return bool(session.scalars(own.returning(kind.idea_id)).all())


def _count(idea: Idea, step: int) -> None:
    session.execute(
        update(Idea).where(Idea.id == idea.id).values(support_count=Idea.support_count + step)
    )
