"""Hiding a comment with a reason, objecting to it once, and showing it again."""

from ideas.core import clock
from ideas.core.errors import NotPossible
from ideas.core.i18n import _
from ideas.ideation import events, rules
from ideas.ideation.actions.comments import count_comments, forget, moment_of
from ideas.ideation.models import Comment
from ideas.ideation.sealing import voice
from ideas.people.models import Person
from ideas.process.events import Why


def hide_comment(comment: Comment, *, reason: str, actor: Person) -> None:
    """Take a comment out of the readers' sight; its writer is told why."""
    rules.may_hide_comment.require(actor, comment)
    if not comment.is_shown:
        raise NotPossible(_("The comment is not shown any more."))
    comment.hidden_at = clock.now()
    comment.objected_at = comment.upheld_at = None
    count_comments(comment.idea, -1)
    forget(comment, at=comment.hidden_at)
    events.comment_hidden.record(comment, actor=actor, why=Why(public=reason))


def object_to_hiding(comment: Comment, *, text: str, actor: Person) -> None:
    """Ask once to show one's hidden comment again."""
    rules.may_object_to_hiding.require(actor, comment)
    _require_hidden(comment)
    if comment.objected_at is not None:
        raise NotPossible(_("You have objected already; you will get an answer."))
    comment.objected_at = moment_of(voice(actor, comment.idea))
    events.hiding_objected.record(comment, actor=actor, why=Why(public=text))


def uphold_hiding(comment: Comment, *, answer: str, actor: Person) -> None:
    """Answer the objection: the comment stays hidden."""
    rules.may_hide_comment.require(actor, comment)
    _require_hidden(comment)
    if comment.objected_at is None or comment.upheld_at is not None:
        raise NotPossible(_("There is no objection that waits for an answer."))
    comment.upheld_at = clock.now()
    events.hiding_upheld.record(comment, actor=actor, why=Why(public=answer))


def show_comment(comment: Comment, *, actor: Person) -> None:
    """Let everybody read the hidden comment again."""
    rules.may_hide_comment.require(actor, comment)
    _require_hidden(comment)
    comment.hidden_at = comment.objected_at = comment.upheld_at = None
    count_comments(comment.idea, 1)
    events.comment_shown.record(comment, actor=actor)


def _require_hidden(comment: Comment) -> None:
    if comment.hidden_at is None:
        raise NotPossible(_("The comment is not hidden."))
