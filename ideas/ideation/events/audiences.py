"""Who hears of what happens to an idea."""

from collections.abc import Sequence
from dataclasses import replace
from functools import wraps
from typing import Any

from sqlalchemy import Select, select, union

from ideas.ideation.models import (
    CampaignFollow,
    Coaching,
    Coauthor,
    Comment,
    Follow,
    Idea,
    Mention,
    Report,
    Status,
    Support,
    TopicFollow,
    family_ids,
)
from ideas.ideation.rules import involved_ids, is_named_author, may_read
from ideas.ideation.sealing import voice
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.process.events import SHOWN_ROLES, Audience, Event
from ideas.process.models import Because
from ideas.programme.events import DRAFTING, INVOLVED
from ideas.programme.models import Campaign


def author(idea: Idea) -> Select[Any]:
    """Select who brought the idea, alone or together."""
    return select(Person).where(Person.id.in_((idea.author_id, *idea.coauthor_ids)))


def first_author(row: Coauthor | Coaching) -> Select[Any]:
    """Select who brought the idea and keeps its company together."""
    return select(Person).where(Person.id == row.idea.author_id)


def fellow_authors(row: Coauthor) -> Select[Any]:
    """Select the authors of the idea that somebody joins or leaves."""
    return author(row.idea)


def the_participant(row: Coauthor | Coaching) -> Select[Any]:
    """Select who is asked to take part, or asks for it."""
    return select(Person).where(Person.id == row.person_id)


def authors(idea: Idea) -> Select[Any]:
    """Select who wrote the idea or one that is merged into it."""
    if not idea.merged_count:
        return author(idea)
    ideas = (idea, *idea.merged_ideas)
    wrote = {key for one in ideas for key in (one.author_id, *one.coauthor_ids)}
    return select(Person).where(Person.id.in_(wrote))


def followers(idea: Idea) -> Select[Any]:
    """Select who follows the idea or one that is merged into it."""
    follow = select(Follow.person_id).where(Follow.idea_id.in_(family_ids(idea)))
    return select(Person).where(Person.id.in_(follow))


def campaign_watchers(idea: Idea) -> Select[Any]:
    """Select who wants to hear of new ideas of the campaign."""
    of_campaign = CampaignFollow.campaign_id == idea.campaign_id
    return select(Person).where(Person.id.in_(select(CampaignFollow.person_id).where(of_campaign)))


def topic_watchers(idea: Idea) -> Select[Any]:
    """Select who wants to hear of new ideas on the topic."""
    on_topic = TopicFollow.topic_id == idea.topic_id
    return select(Person).where(Person.id.in_(select(TopicFollow.person_id).where(on_topic)))


def mentioned(comment: Comment) -> Select[Any]:
    """Select whom the comment mentions."""
    named = select(Mention.person_id).where(Mention.comment_id == comment.id)
    return select(Person).where(Person.id.in_(named))


def newly_mentioned(person_ids: Sequence[int]) -> Select[Any]:
    """Select whom a changed comment mentions for the first time."""
    return select(Person).where(Person.id.in_(person_ids))


def talking(comment: Comment) -> Select[Any]:
    """Select who takes part in the thread of the comment."""
    root = comment.thread_id or comment.id
    thread = (Comment.id == root) | (Comment.thread_id == root)
    return select(Person).where(Person.id.in_(select(Comment.author_id).where(thread)))


def writer(comment: Comment) -> Select[Any]:
    """Select who wrote the comment."""
    return select(Person).where(Person.id == comment.author_id)


def reporter(report: Report) -> Select[Any]:
    """Select who reported it."""
    return select(Person).where(Person.id == report.reporter_id)


def moderators(subject: Comment | Report) -> Select[Any]:
    """Select coordination and chair, but not who wrote what it is about."""
    comment = subject.comment if isinstance(subject, Report) else subject
    written_by = {comment.author_id} if comment else involved_ids(subject.idea)
    offices = holding(Role.COORDINATOR, Role.CHAIR)
    return select(Person).where(Person.id.in_(offices), Person.id.not_in(written_by))


def supporters(idea: Idea) -> Select[Any]:
    """Select who supports the idea or one that is merged into it."""
    support = select(Support.person_id).where(Support.idea_id.in_(family_ids(idea)))
    return select(Person).where(Person.id.in_(support))


def coordinators(_subject: object) -> Select[Any]:
    """Select the idea coordination."""
    return select(Person).where(Person.id.in_(holding(Role.COORDINATOR)))


def chairs(_subject: object) -> Select[Any]:
    """Select the chair of the steering group."""
    return select(Person).where(Person.id.in_(holding(Role.CHAIR)))


def members(_subject: object) -> Select[Any]:
    """Select the steering group, its chair too."""
    return select(Person).where(Person.id.in_(holding(Role.MEMBER, Role.CHAIR)))


def ideas_of(campaign: Campaign) -> Select[Any]:
    """Select the ids of the campaign's ideas that were handed in."""
    return select(Idea.id).where(Idea.campaign_id == campaign.id, Idea.number.is_not(None))


def writers(campaign: Campaign) -> Select[Any]:
    """Select the ids of those who handed an idea in, commented on one, or support one."""
    handed_in = select(Idea.author_id).where(Idea.id.in_(ideas_of(campaign)))
    said = select(Comment.author_id).where(Comment.idea_id.in_(ideas_of(campaign)))
    support = select(Support.person_id).where(Support.idea_id.in_(ideas_of(campaign)))
    return union(handed_in, said, support).subquery().select()


def with_drafts(campaign: Campaign) -> Select[Any]:
    """Select the ids of those who have a draft for the campaign."""
    drafts = Idea.campaign_id == campaign.id, Idea.status == Status.DRAFT
    return select(Idea.author_id).where(*drafts)


INVOLVED.append(writers)
DRAFTING.append(with_drafts)


def role_towards(person: Person, idea: Idea) -> str:
    """Name the role in which the person acts on the idea: as its named author first."""
    if is_named_author(person, idea):
        return "author"
    if person.is_system:
        return "system"
    return next((role.value for role in SHOWN_ROLES if role in person.roles), "guest")


to_author = Audience(Because.AUTHOR, authors)
to_author_as_receipt = Audience(Because.AUTHOR, author, also_actor=True)
to_author_inbox = Audience(Because.AUTHOR, authors, mailed=False)
to_followers = Audience(Because.FOLLOWER, followers, mailed=False)
to_supporters = Audience(Because.SUPPORTER, supporters, mailed=False)
to_coordinators = Audience(Because.TASK, coordinators)
to_coordinators_inbox = Audience(Because.TASK, coordinators, mailed=False)
to_chairs = Audience(Because.TASK, chairs)
to_members = Audience(Because.TASK, members)
to_participant = Audience(Because.COMPANY, the_participant)
to_participant_inbox = Audience(Because.COMPANY, the_participant, mailed=False)
to_first_author = Audience(Because.AUTHOR, first_author)
to_first_author_inbox = Audience(Because.AUTHOR, first_author, mailed=False)
to_fellow_authors = Audience(Because.AUTHOR, fellow_authors)
to_fellow_authors_inbox = Audience(Because.AUTHOR, fellow_authors, mailed=False)
to_campaign = Audience(Because.CAMPAIGN, campaign_watchers, mailed=False)
to_topic = Audience(Because.TOPIC, topic_watchers, mailed=False)
to_writer = Audience(Because.COMMENTER, writer)
to_moderators = Audience(Because.TASK, moderators)


def about_idea(audience: Audience) -> Audience:
    """Return the audience of an idea for something that is said about it."""

    @wraps(audience.people)
    def people(comment: Comment) -> Select[Any]:
        return audience.people(comment.idea)

    return replace(audience, people=people)


def idea_event(name: str, sentence: Any, *tells: Audience) -> Event:
    """Declare something that happens to an idea."""
    return Event(name, Idea, sentence, may_read, tells, shown_as=role_towards)


def author_event(name: str, sentence: Any, *tells: Audience) -> Event:
    """Declare something an author does; behind a seal it is the pseudonym who is seen."""
    return Event(name, Idea, sentence, may_read, tells, shown_as=role_towards, seen_as=voice)


def voice_beside(person: Person, row: Any) -> Person:
    """Return who is seen to say or to report something about an idea."""
    return voice(person, row.idea)


def role_beside(person: Person, row: Any) -> str:
    """Name the role in which the person acts on somebody's part in an idea."""
    return role_towards(person, row.idea)
