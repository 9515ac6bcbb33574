"""Saying something about an idea, changing one's words, taking them back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotAllowed, NotPossible, Stale
from ideas.core.i18n import _
from ideas.ideation import events, rules
from ideas.ideation.actions.family import stand_alone
from ideas.ideation.actions.following import follow
from ideas.ideation.actions.mentions import keep_mentions, write_with_names
from ideas.ideation.actions.searchable import make_searchable
from ideas.ideation.models import Comment, CommentKind, CommentVersion, Idea
from ideas.ideation.queries.mentions import mentions_in
from ideas.ideation.queries.talk import is_answered, told_of
from ideas.ideation.sealing import voice
from ideas.people.models import Person, Role
from ideas.process.events import take_back
from ideas.programme.models import Activity
from ideas.programme.rules import must_allow

EDITABLE_FOR = timedelta(minutes=15)
OFFICES = frozenset({Role.COORDINATOR, Role.CHAIR})


@dataclass(frozen=True)
class Remark:
    """How a comment is meant: as a reply, as a question or the like, in an office."""

    thread: Comment | None = None
    kind: CommentKind | None = None
    spoken_as: Role | None = None


PLAIN = Remark()


def comment_on(
    idea: Idea, text: str, *, remark: Remark = PLAIN, follow_it: bool = False, actor: Person
) -> Comment:
    """Say something about the idea, or reply to what was said."""
    must_allow(idea.campaign, Activity.COMMENT)
    rules.may_comment.require(actor, idea)
    stand_alone(idea)
    speaker = voice(actor, idea)
    if remark.spoken_as and remark.spoken_as not in OFFICES & speaker.roles:
        raise NotAllowed(_("You can speak only in an office that you hold."))
    rendered, people = write_with_names(text, idea)
    comment = Comment(
        idea=idea,
        thread_id=_thread(remark.thread, idea),
        author_id=speaker.id,
        kind=remark.kind,
        spoken_as=remark.spoken_as,
        text=rendered,
        made_at=moment_of(speaker),
        edits=0,
    )
    session.add(comment)
    count_comments(idea, 1, moved=True)
    session.flush()
    keep_mentions(comment, people)
    events.commented.record(idea, actor=actor, about=comment, comment=comment.id)
    if follow_it and speaker is actor:  # a sealed author is told anyway
        follow(idea, actor=actor)
    return comment


def edit_comment(comment: Comment, text: str, *, seen: int, actor: Person) -> None:
    """Change one's words while nobody has answered them; what stood there is kept.

    Raises:
        NotPossible: it is too late.
        Stale: the comment was changed elsewhere since it was shown.
    """
    rules.may_edit_comment.require(actor, comment)
    _lock_thread(comment)
    if not is_editable(comment):
        raise NotPossible(_("The comment stands now: the time is over, or somebody has answered."))
    if comment.edits != seen:
        raise Stale(_("You have changed this text elsewhere in the meantime."), comment)
    if text == comment.text.source:
        return
    _keep_version(comment, moment_of(voice(actor, comment.idea)))
    kept = mentions_in(comment)
    comment.text, people = write_with_names(text, comment.idea)
    keep_mentions(comment, people)
    events.comment_edited.record(comment, actor=actor, edits=comment.edits)
    make_searchable(_homes(comment.idea))
    known = {person.id for person in kept.values()}
    if new := [person.id for person in people.values() if person.id not in known]:
        events.mentioned_later.record(comment.idea, actor=actor, about=new, comment=comment.id)


def delete_comment(comment: Comment, *, actor: Person) -> None:
    """Take one's words back; a mark stays, so that replies keep their place."""
    rules.may_delete_comment.require(actor, comment)
    comment.deleted_at = moment_of(voice(actor, comment.idea))
    count_comments(comment.idea, -1)
    forget(comment, at=comment.deleted_at)
    events.comment_deleted.record(comment, actor=actor)


def is_editable(comment: Comment) -> bool:
    """Say whether its writer may still change it."""
    return clock.now() < editable_until(comment.made_at) and not is_answered(comment)


def editable_until(made_at: datetime) -> datetime:
    """Return until when a comment may be changed; of an anonymous one only the day is known."""
    if made_at == clock.beginning_of_day(made_at):
        return clock.end_of(clock.local(made_at).date())
    return made_at + EDITABLE_FOR


def moment_of(speaker: Person) -> datetime:
    """Return what is kept of the present moment: of a pseudonym the day alone."""
    return clock.beginning_of_day(clock.now()) if speaker.is_pseudonym else clock.now()


def count_comments(idea: Idea, step: int, *, moved: bool = False) -> None:
    """Count and find a comment that everybody reads now, or no longer do so."""
    statement = update(Idea).where(Idea.id.in_(_homes(idea)))
    statement = statement.values(comment_count=Idea.comment_count + step)
    moved_at = clock.beginning_of_day(clock.now()) if idea.is_sealed else clock.now()
    session.execute(statement.values(moved_at=moved_at) if moved else statement)
    make_searchable(_homes(idea))


def forget(comment: Comment, *, at: datetime) -> None:
    """Let nobody be told any more of a comment that is not shown."""
    for entry in told_of(comment):
        take_back(entry, at=at)


def _homes(idea: Idea) -> list[int]:
    """Return the idea and where it leads to: what is said about it counts in both."""
    return [key for key in (idea.id, idea.merged_into_id) if key]


def _thread(answered: Comment | None, idea: Idea) -> int | None:
    """Return the comment that the thread begins with; a reply to a reply joins its thread."""
    if answered is None:
        return None
    root = _lock_thread(answered)
    if root.idea_id != idea.id or not root.is_shown:
        raise NotPossible(_("This comment cannot be answered any more."))
    return root.id


def _lock_thread(comment: Comment) -> Comment:
    """Let changes and replies in one thread wait for each other."""
    key = comment.thread_id or comment.id
    return session.get_one(Comment, key, with_for_update=True, populate_existing=True)


def _keep_version(comment: Comment, replaced_at: datetime) -> None:
    comment.edits += 1
    session.add(
        CommentVersion(
            comment_id=comment.id,
            n=comment.edits,
            source=comment.text.source,
            replaced_at=replaced_at,
        )
    )
