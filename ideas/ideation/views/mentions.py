"""Mentioning somebody: a list for a script, a page with a search field without one."""

from collections.abc import Sequence

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Field

from ideas.accounts.guard import actor
from ideas.core.web import without_replay
from ideas.ideation import rules
from ideas.ideation.forms import CommentForm, EditCommentForm
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.mentions import people_to_mention
from ideas.ideation.queries.talk import get_comment
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.comments import COMMENT, edit_page
from ideas.ideation.views.ideas import idea_page
from ideas.ideation.views.threads import comment_form


@ideation.get("/ideen/<number:number>/personen")
def people(number: str) -> ResponseReturnValue:
    """Offer a script the people who may read the idea and are called like this."""
    found = _commentable(number)
    words = request.args.get("suche", "")
    offered = people_to_mention(words, found, reader=actor())
    return render_template("ideation/_offered_people.html", people=offered)


@ideation.post("/ideen/<number:number>/erwaehnen")
@without_replay
def mention(number: str) -> ResponseReturnValue:
    """Let the writer choose somebody, and go on with the comment; nothing is saved."""
    found = _commentable(number)
    form = comment_form(actor(), found)
    if _has_chosen(form):
        return idea_page(found, form)
    kept = [form.thread, form.kind, form.text, form.spoken_as]
    if form.follow_it.data:
        kept.append(form.follow_it)
    return _choice(found, kept, url_for("ideation.mention", number=number))


@ideation.post(f"{COMMENT}/erwaehnen")
@without_replay
def mention_later(number: str, comment_id: int) -> ResponseReturnValue:
    """Let the writer choose somebody for a comment that is changed; nothing is saved."""
    comment = get_comment(number, comment_id, reader=actor())
    rules.may_edit_comment.require(actor(), comment)
    form = EditCommentForm(seen=comment.edits)
    if _has_chosen(form):
        return edit_page(comment, form)
    action = url_for("ideation.mention_later", number=number, comment_id=comment_id)
    return _choice(comment.idea, [form.text, form.seen], action)


def _has_chosen(form: CommentForm | EditCommentForm) -> bool:
    """Say whether the writer goes on with the comment; put whom she chose into it."""
    handle = request.form.get("person")
    if handle:
        form.text.data = f"{form.text.data or ''} @{handle} ".lstrip()
    return handle is not None


def _choice(idea: Idea, kept: Sequence[Field], action: str) -> ResponseReturnValue:
    """Show the search for people; what was typed so far goes along."""
    words = request.form.get("suche", "")
    return render_template(
        "ideation/mention.html",
        kept=kept,
        action=action,
        idea=idea,
        words=words,
        people=people_to_mention(words, idea, reader=actor()),
    )


def _commentable(number: str) -> Idea:
    found = get_idea(number, reader=actor())
    rules.may_comment.require(actor(), found)
    return found
