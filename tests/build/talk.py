"""What is said about ideas, built by the actions that people call."""

from ideas.core.database import session, transaction
from ideas.ideation import actions
from ideas.ideation.actions import Remark
from ideas.ideation.figures import handle_of
from ideas.ideation.models import Comment, Idea, ReportReason
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.talk import get_comment
from ideas.people.models import Person

REASON = "Das verletzt eine Kollegin."


def said(number: str, text: str, *, by: Person, to: int | None = None, **more: object) -> int:
    """Return the id of a comment, or of a reply to one."""
    with transaction():
        idea = get_idea(number, reader=by)
        answered = get_comment(number, to, reader=by) if to else None
        follow_it = bool(more.pop("follow_it", False))
        remark = Remark(answered, **more)
        return actions.comment_on(idea, text, remark=remark, follow_it=follow_it, actor=by).id


def change(action, number: str, comment_id: int, *, by: Person, **more: object) -> None:
    """Do something with a comment in a transaction of its own."""
    with transaction():
        action(get_comment(number, comment_id, reader=by, lock=True), actor=by, **more)


def hidden(number: str, comment_id: int, *, by: Person, reason: str = REASON) -> None:
    """Let a moderator hide the comment."""
    change(actions.hide_comment, number, comment_id, by=by, reason=reason)


def reported(
    number: str,
    comment_id: int | None = None,
    *,
    by: Person,
    reason: ReportReason = ReportReason.HURTFUL,
    text: str = "Bitte ansehen.",
) -> int:
    """Return the id of a report about an idea, or about a comment on it."""
    with transaction():
        idea = get_idea(number, reader=by)
        comment = get_comment(number, comment_id, reader=by) if comment_id else None
        made = actions.report(idea, reason, comment=comment, text=text, actor=by)
        session.flush()
        return made.id


def stored(comment_id: int) -> Comment:
    """Return the comment as it is stored now."""
    with transaction():
        return session.get_one(Comment, comment_id)


def look_at(number: str, *, reader: Person) -> Idea:
    """Return the idea as it is stored now."""
    with transaction():
        return get_idea(number, reader=reader)


def handle(person: Person) -> str:
    """Return what a comment calls the person by."""
    return f"@{handle_of(person.name, person.id)}"
