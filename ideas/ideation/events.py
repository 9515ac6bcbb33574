"""What happens to an idea before the steering group has it, and who hears of it."""

from typing import Any

from sqlalchemy import Select, select

from ideas.core.i18n import _l
from ideas.ideation.models import Comment, Follow, Idea, Reveal
from ideas.ideation.rules import may_read, may_read_reveal
from ideas.ideation.sealing import voice
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.process.events import SHOWN_ROLES, Audience, Event
from ideas.process.models import Because


def author(idea: Idea) -> Select[Any]:
    """Select who wrote the idea."""
    return select(Person).where(Person.id == idea.author_id)


def followers(idea: Idea) -> Select[Any]:
    """Select who follows the idea."""
    return (
        select(Person).join(Follow, Follow.person_id == Person.id).where(Follow.idea_id == idea.id)
    )


def commenters(idea: Idea) -> Select[Any]:
    """Select who commented on the idea."""
    said = select(Comment.author_id).where(Comment.idea_id == idea.id)
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


def data_protection(_subject: object) -> Select[Any]:
    """Select who looks after data protection."""
    return select(Person).where(Person.id.in_(holding(Role.DATA_PROTECTION)))


def sealed_author(reveal: Reveal) -> Select[Any]:
    """Select the pseudonym of the author whose name is asked for."""
    return author(reveal.idea)


def role_towards(person: Person, idea: Idea) -> str:
    """Name the role in which the person acts on the idea: as its named author first."""
    if idea.author_id == person.id:
        return "author"
    if person.is_system:
        return "system"
    return next((role.value for role in SHOWN_ROLES if role in person.roles), "guest")


to_author = Audience(Because.AUTHOR, author)
to_author_as_receipt = Audience(Because.AUTHOR, author, also_actor=True)
to_author_inbox = Audience(Because.AUTHOR, author, mailed=False)
to_followers = Audience(Because.FOLLOWER, followers, mailed=False)
to_coordinators = Audience(Because.TASK, coordinators)
to_coordinators_inbox = Audience(Because.TASK, coordinators, mailed=False)
to_chairs = Audience(Because.TASK, chairs)
to_members = Audience(Because.TASK, members)


def idea_event(name: str, sentence: Any, *tells: Audience) -> Event:
    """Declare something that happens to an idea."""
    return Event(name, Idea, sentence, may_read, tells, shown_as=role_towards)


def author_event(name: str, sentence: Any, *tells: Audience) -> Event:
    """Declare something an author does; behind a seal it is the pseudonym who is seen."""
    return Event(name, Idea, sentence, may_read, tells, shown_as=role_towards, seen_as=voice)


drafted = author_event("idea.drafted", _l("A draft was begun."))
submitted = author_event(
    "idea.submitted", _l("The idea was handed in."), to_author_as_receipt, to_coordinators
)
draft_edited = author_event("idea.draft_edited", _l("The draft was changed."))
draft_deleted = author_event("idea.draft_deleted", _l("The draft was deleted."))
posted = author_event("idea.posted", _l("The idea lies in the letter box."))
taken_back = author_event("idea.taken_back", _l("The idea was taken out of the letter box."))
unsealed = idea_event(
    "idea.unsealed",
    _l("The author has given the name."),
    Audience(Because.TASK, coordinators, mailed=False),
    to_followers,
)
imported = idea_event("idea.imported", _l("The idea was imported from a list."))
edited = author_event("idea.edited", _l("The text was changed."), to_coordinators_inbox)
withdrawn = author_event(
    "idea.withdrawn", _l("The author withdrew the idea."), to_coordinators_inbox, to_followers
)
answered = author_event(
    "idea.answered", _l("The author answered the question."), to_coordinators, to_followers
)
query_lapsed = idea_event(
    "idea.query_lapsed",
    _l("The question was not answered in time; screening goes on."),
    to_author,
    to_coordinators,
)
commented = author_event(
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

to_data_protection = Audience(Because.TASK, data_protection)
to_sealed_author = Audience(Because.AUTHOR, sealed_author)


def reveal_event(name: str, sentence: Any, *tells: Audience, **more: Any) -> Event:
    """Declare something that happens to a request for a sealed name."""
    return Event(name, Reveal, sentence, may_read_reveal, tells, **more)


reveal_asked = reveal_event(
    "reveal.asked", _l("Somebody asks for a sealed name."), to_data_protection, to_sealed_author
)
reveal_granted = reveal_event(
    "reveal.granted",
    _l("Data protection has agreed to open a sealed name."),
    to_sealed_author,
    to_chairs,
)
reveal_refused = reveal_event(
    "reveal.refused",
    _l("Data protection has refused to open a sealed name."),
    to_sealed_author,
    to_chairs,
)
reveal_consented = reveal_event(
    "reveal.consented",
    _l("The author has agreed that the sealed name is opened."),
    to_chairs,
    Audience(Because.TASK, data_protection, mailed=False),
    seen_as=lambda person, reveal: voice(person, reveal.idea),
)
reveal_opened = reveal_event(
    "reveal.opened",
    _l("A sealed name was read."),
    Audience(Because.AUTHOR, sealed_author, mailed=False),
    Audience(Because.TASK, data_protection, mailed=False),
)
