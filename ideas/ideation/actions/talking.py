"""What an author still says to a handed-in idea, and what others say about it."""

from sqlalchemy import select, update

from ideas.core import clock
from ideas.core.database import session
from ideas.core.rich_text import RichText
from ideas.ideation import events, rules, workflow
from ideas.ideation.actions.following import follow
from ideas.ideation.models import Comment, Idea, Status
from ideas.ideation.sealing import voice
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply


def withdraw_idea(idea: Idea, *, reason: str = "", actor: Person) -> None:
    """Take one's idea out of the process before anybody has begun with it."""
    apply(workflow.withdraw, idea, actor=actor, why=Why(public=reason))


def answer_query(idea: Idea, text: str, *, actor: Person) -> None:
    """Answer the coordination's question; screening goes on."""
    apply(workflow.answer, idea, actor=actor, why=Why(public=text))


def lapse_queries(*, actor: Person) -> int:
    """Go on with every idea whose question was not answered in time; return how many."""
    rules.may_lapse.require(actor)
    late = select(Idea).where(Idea.status == Status.QUERY, Idea.ball_until < clock.today())
    ideas = session.scalars(late.with_for_update(skip_locked=True)).all()
    for idea in ideas:
        apply(workflow.lapse, idea, actor=actor)
    return len(ideas)


def comment_on(idea: Idea, text: str, *, follow_it: bool = False, actor: Person) -> Comment:
    """Say something about the idea."""
    rules.may_comment.require(actor, idea)
    now, speaker = clock.now(), voice(actor, idea)
    comment = Comment(
        idea_id=idea.id,
        author_id=speaker.id,
        text=RichText.write(text),
        made_at=now if speaker is actor else clock.beginning_of_day(now),
    )
    session.add(comment)
    moved_at = clock.beginning_of_day(now) if idea.is_sealed else now
    session.execute(
        update(Idea)
        .where(Idea.id == idea.id)
        .values(comment_count=Idea.comment_count + 1, moved_at=moved_at)
    )
    session.flush()
    events.commented.record(idea, actor=actor, comment=comment.id)
    if follow_it and speaker is actor:  # a sealed author is told anyway
        follow(idea, actor=actor)
    return comment
