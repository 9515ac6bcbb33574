"""What happens to an idea before the steering group has it, and who hears of it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import wraps
from typing import Any

from sqlalchemy import Select, select, union

from ideas.core.i18n import _l
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
from ideas.ideation.rules import (
    is_author,
    may_read,
    may_read_aside,
    may_read_coaching,
    may_read_participation,
    may_read_report,
    may_watch,
)
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.process.events import SHOWN_ROLES, Audience, Event
from ideas.process.models import Because
from ideas.programme.events import DRAFTING, INVOLVED
from ideas.programme.models import Campaign, Topic


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
    written_by = comment.author_id if comment else subject.idea.author_id
    offices = holding(Role.COORDINATOR, Role.CHAIR)
    return select(Person).where(Person.id.in_(offices), Person.id != written_by)


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


def role_beside(person: Person, row: Any) -> str:
    """Name the role in which the person acts on somebody's part in an idea."""
    return role_towards(person, row.idea)


def company_event(name: str, sentence: Any, *tells: Audience) -> Event:
    """Declare something that happens to somebody's part in an idea."""
    return Event(name, Coauthor, sentence, may_read_participation, tells, shown_as=role_beside)


def coaching_event(name: str, sentence: Any, *tells: Audience) -> Event:
    """Declare something that happens between an author and a coach."""
    return Event(name, Coaching, sentence, may_read_coaching, tells, shown_as=role_beside)


drafted = idea_event("idea.drafted", _l("A draft was begun."))
submitted = idea_event(
    "idea.submitted", _l("The idea was handed in."), to_author_as_receipt, to_coordinators
)
draft_edited = idea_event("idea.draft_edited", _l("The draft was changed."))
draft_deleted = idea_event("idea.draft_deleted", _l("The draft was deleted."))
draft_waits = idea_event("idea.draft_waits", _l("Your draft is waiting for you."), to_author)
draft_expires = idea_event(
    "idea.draft_expires", _l("Your draft will be deleted in two weeks."), to_author
)
imported = idea_event("idea.imported", _l("The idea was imported from a list."))
edited = idea_event("idea.edited", _l("The text was changed."), to_coordinators_inbox)
file_added = idea_event("idea.file_added", _l("A file was added."))
file_removed = idea_event("idea.file_removed", _l("A file was taken away."))
file_taken_away = idea_event(
    "idea.file_taken_away", _l("A file was taken away by the idea coordination."), to_author
)
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
blacked_out = idea_event(
    "idea.blacked_out", _l("Data of clients was blacked out in the texts."), to_author
)
withheld = idea_event("idea.withheld", _l("The idea was withheld from its readers."), to_author)
shown_again = idea_event("idea.shown_again", _l("The idea can be read again."), to_author_inbox)
commented = idea_event(
    "idea.commented",
    _l("There is a new comment."),
    about_idea(to_author),
    Audience(Because.MENTION, mentioned),
    Audience(Because.COMMENTER, talking),
    about_idea(to_followers),
)
mentioned_later = idea_event(
    "idea.mentioned",
    _l("Somebody mentioned you in a comment."),
    Audience(Because.MENTION, newly_mentioned),
)
comment_edited = Event("comment.edited", Comment, _l("A comment was changed."), may_read_aside)
comment_deleted = Event(
    "comment.deleted", Comment, _l("A comment was deleted by its writer."), may_read_aside
)
comment_hidden = Event(
    "comment.hidden", Comment, _l("Your comment was hidden."), may_read_aside, (to_writer,)
)
hiding_objected = Event(
    "comment.objected",
    Comment,
    _l("Somebody asks to show a hidden comment again."),
    may_read_aside,
    (to_moderators,),
)
hiding_upheld = Event(
    "comment.upheld", Comment, _l("Your comment stays hidden."), may_read_aside, (to_writer,)
)
comment_shown = Event(
    "comment.shown", Comment, _l("Your comment is shown again."), may_read_aside, (to_writer,)
)
reported = Event(
    "report.made",
    Report,
    _l("Somebody reported an idea or a comment."),
    may_read_report,
    (to_moderators,),
)
report_settled = Event(
    "report.settled",
    Report,
    _l("Your report was answered."),
    may_read_report,
    (Audience(Because.REPORTER, reporter),),
)
campaign_followed = Event(
    "campaign.followed", Campaign, _l("Somebody follows the campaign."), may_watch
)
campaign_unfollowed = Event(
    "campaign.unfollowed", Campaign, _l("Somebody no longer follows the campaign."), may_watch
)
topic_followed = Event("topic.followed", Topic, _l("Somebody follows the topic."), may_watch)
topic_unfollowed = Event(
    "topic.unfollowed", Topic, _l("Somebody no longer follows the topic."), may_watch
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
merged_in = idea_event(
    "idea.merged_in", _l("Another idea was merged into this one."), to_own_author, to_followers
)
merging_undone = idea_event(
    "idea.merging_undone",
    _l("The merging was undone; the idea goes on by itself."),
    to_own_author,
    to_followers,
)
merged_out = idea_event(
    "idea.merged_out",
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

grouped = idea_event("idea.grouped", _l("The name of the group was changed."))
invited = company_event("coauthor.invited", _l("An invitation to be co-author."), to_participant)
named = company_event(
    "coauthor.named", _l("A draft was written on behalf of a colleague."), to_participant
)
asked_to_join = company_event(
    "coauthor.asked", _l("Somebody would like to be co-author."), to_first_author
)
joined = company_event(
    "coauthor.joined", _l("The idea has one more co-author."), to_participant, to_fellow_authors
)
confirmed = company_event(
    "coauthor.confirmed",
    _l("The colleague has confirmed the draft and is its author now."),
    to_fellow_authors,
)
declined = company_event(
    "coauthor.declined", _l("The colleague does not want to take part."), to_first_author
)
refused = company_event(
    "coauthor.refused", _l("The author would like to go on without a co-author."), to_participant
)
offer_taken_back = company_event(
    "coauthor.taken_back",
    _l("The invitation or the request was taken back."),
    to_participant_inbox,
    to_first_author_inbox,
)
invitation_lapsed = company_event(
    "coauthor.lapsed",
    _l("An invitation was not answered within seven days and has lapsed."),
    to_participant_inbox,
    to_first_author_inbox,
)
left = company_event(
    "coauthor.left",
    _l("Somebody no longer is co-author."),
    to_participant_inbox,
    to_fellow_authors_inbox,
)
part_deleted = company_event("coauthor.deleted", _l("The draft was deleted."))
coach_asked = coaching_event(
    "coach.asked", _l("A colleague asks you privately to look at a draft."), to_participant
)
coach_answered = coaching_event(
    "coach.answered", _l("Your idea coach has looked at the draft."), to_first_author
)
coaching_ended = coaching_event("coach.ended", _l("The coaching was ended."))
remark_changed = coaching_event("coach.changed", _l("The remark on the draft was changed."))
coaching_deleted = coaching_event("coach.deleted", _l("The draft was deleted."))
