"""What happens to an idea before the steering group has it, and who hears of it."""

from typing import Any

from sqlalchemy import Select, select

from ideas.core.i18n import _l
from ideas.ideation.models import Comment, Follow, Idea, family_ids
from ideas.ideation.rules import is_author, may_read
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.process.events import SHOWN_ROLES, Audience, Event
from ideas.process.models import Because


def author(idea: Idea) -> Select[Any]:
    """Select who wrote the idea."""
    return select(Person).where(Person.id == idea.author_id)


def authors(idea: Idea) -> Select[Any]:
    """Select who wrote the idea or one that is merged into it."""
    if not idea.merged_count:
        return author(idea)
    wrote = select(Idea.author_id).where(Idea.id.in_(family_ids(idea)))
    return select(Person).where(Person.id.in_(wrote))


def followers(idea: Idea) -> Select[Any]:
    """Select who follows the idea or one that is merged into it."""
    follow = select(Follow.person_id).where(Follow.idea_id.in_(family_ids(idea)))
    return select(Person).where(Person.id.in_(follow))


def commenters(idea: Idea) -> Select[Any]:
    """Select who commented on the idea or on one that is merged into it."""
    said = select(Comment.author_id).where(Comment.idea_id.in_(family_ids(idea)))
    return select(Person).where(Person.id.in_(said))


def coordinators(_subject: object) -> Select[Any]:
    """Select the idea coordination."""
    return select(Person).where(Person.id.in_(holding(Role.COORDINATOR)))


def chairs(_subject: object) -> Select[Any]:
    """Select the chair of the steering group."""
    return select(Person).where(Person.id.in_(holding(Role.CHAIR)))


def members(_subject: object) -> Select[Any]:
    """Select the steering group, its chair too."""
    return select(Person).where(Person.id.in_(holding(Role.MEMBER, Role.CHAIR)))


def role_towards(person: Person, idea: Idea) -> str:
    """Name the role in which the person acts on the idea: as its author first."""
    if is_author(person, idea):
        return "author"
    if person.is_system:
        return "system"
    return next((role.value for role in SHOWN_ROLES if role in person.roles), "guest")


to_author = Audience(Because.AUTHOR, authors)
to_own_author = Audience(Because.AUTHOR, author)
to_author_as_receipt = Audience(Because.AUTHOR, author, also_actor=True)
to_author_inbox = Audience(Because.AUTHOR, authors, mailed=False)
to_followers = Audience(Because.FOLLOWER, followers, mailed=False)
to_coordinators = Audience(Because.TASK, coordinators)
to_coordinators_inbox = Audience(Because.TASK, coordinators, mailed=False)
to_chairs = Audience(Because.TASK, chairs)
to_members = Audience(Because.TASK, members)


def idea_event(name: str, sentence: Any, *tells: Audience) -> Event:
    """Declare something that happens to an idea."""
    return Event(name, Idea, sentence, may_read, tells, shown_as=role_towards)


drafted = idea_event("idea.drafted", _l("A draft was begun."))
submitted = idea_event(
    "idea.submitted", _l("The idea was handed in."), to_author_as_receipt, to_coordinators
)
draft_edited = idea_event("idea.draft_edited", _l("The draft was changed."))
draft_deleted = idea_event("idea.draft_deleted", _l("The draft was deleted."))
imported = idea_event("idea.imported", _l("The idea was imported from a list."))
edited = idea_event("idea.edited", _l("The text was changed."), to_coordinators_inbox)
withdrawn = idea_event(
    "idea.withdrawn", _l("The author withdrew the idea."), to_coordinators_inbox, to_followers
)
answered = idea_event(
    "idea.answered", _l("The author answered the question."), to_coordinators, to_followers
)
query_lapsed = idea_event(
    "idea.query_lapsed",
    _l("The question was not answered in time; screening goes on."),
    to_author,
    to_coordinators,
)
commented = idea_event(
    "idea.commented",
    _l("There is a new comment."),
    to_author,
    Audience(Because.COMMENTER, commenters, mailed=False),
    to_followers,
)
supported = idea_event("idea.supported", _l("Somebody supports the idea."))
unsupported = idea_event("idea.unsupported", _l("A support was taken back."))
followed = idea_event("idea.followed", _l("Somebody follows the idea."))
unfollowed = idea_event("idea.unfollowed", _l("Somebody no longer follows the idea."))
merged = idea_event(
    "idea.merged",
    _l("The idea was merged into another one and goes on there."),
    to_own_author,
    to_followers,
)
joined = idea_event(
    "idea.joined", _l("Another idea was merged into this one."), to_own_author, to_followers
)
merging_undone = idea_event(
    "idea.merging_undone",
    _l("The merging was undone; the idea goes on by itself."),
    to_own_author,
    to_followers,
)
left = idea_event(
    "idea.left",
    _l("An idea that was merged into this one goes on by itself again."),
    to_own_author,
    to_followers,
)
merging_disputed = idea_event(
    "idea.merging_disputed", _l("The author objects to the merging."), to_coordinators
)
merging_kept = idea_event(
    "idea.merging_kept",
    _l("The objection was answered; the ideas stay merged."),
    to_own_author,
)
