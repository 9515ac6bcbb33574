"""Hiding a comment, objecting to it, and reviewing it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import NotPossible
from ideas.core.i18n import _
from ideas.ideation import actions, rules
from ideas.ideation.events import comment_hidden, hiding_objected
from ideas.ideation.forms import AnswerObjectionForm, HideForm, ObjectForm
from ideas.ideation.models import Comment
from ideas.ideation.queries.talk import get_comment, moderation_of
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.comments import COMMENT
from ideas.process.rules import Rule


@ideation.route(f"{COMMENT}/ausblenden", methods=["GET", "POST"])
def hide_comment(number: str, comment_id: int) -> ResponseReturnValue:
    """Hide a comment with a reason."""
    comment = _comment(number, comment_id, rules.may_hide_comment)
    form = HideForm()
    if form.validate_on_submit():
        actions.hide_comment(comment, reason=form.reason.data, actor=actor())
        return _back(comment, _("The comment is hidden; its writer is told why."))
    page = render_template("ideation/hide_comment.html", form=form, comment=comment)
    return page, 422 if form.is_submitted() else 200


@ideation.route(f"{COMMENT}/einwenden", methods=["GET", "POST"])
def object_to_hiding(number: str, comment_id: int) -> ResponseReturnValue:
    """Ask to show one's hidden comment again."""
    comment = _comment(number, comment_id, rules.may_object_to_hiding)
    form = ObjectForm()
    if form.validate_on_submit():
        actions.object_to_hiding(comment, text=form.text.data, actor=actor())
        return _back(comment, _("Your objection has arrived; you will get an answer."))
    page = render_template(
        "ideation/object_to_hiding.html",
        form=form,
        comment=comment,
        reason=_said_of(comment).get(comment_hidden.name, ""),
    )
    return page, 422 if form.is_submitted() else 200


@ideation.route(f"{COMMENT}/ausblendung", methods=["GET", "POST"])
def review_hiding(number: str, comment_id: int) -> ResponseReturnValue:
    """Look at a hidden comment and its objection; a post leaves it hidden, with an answer."""
    comment = _comment(number, comment_id, rules.may_hide_comment)
    if comment.hidden_at is None:
        raise NotPossible(_("The comment is not hidden."))
    form = AnswerObjectionForm()
    if form.validate_on_submit():
        actions.uphold_hiding(comment, answer=form.answer.data, actor=actor())
        return _back(comment, _("The comment stays hidden; its writer gets your answer."))
    known = _said_of(comment)
    page = render_template(
        "ideation/review_hiding.html",
        form=form,
        comment=comment,
        reason=known.get(comment_hidden.name, ""),
        objection=known.get(hiding_objected.name, "") if comment.objected_at else "",
    )
    return page, 422 if form.is_submitted() else 200


@ideation.post(f"{COMMENT}/zeigen")
def show_comment(number: str, comment_id: int) -> ResponseReturnValue:
    """Show a hidden comment again."""
    comment = _comment(number, comment_id, rules.may_hide_comment)
    actions.show_comment(comment, actor=actor())
    return _back(comment, _("Everybody can read the comment again."))


def _comment(number: str, comment_id: int, rule: Rule) -> Comment:
    comment = get_comment(number, comment_id, reader=actor(), lock=request.method == "POST")
    rule.require(actor(), comment)
    return comment


def _said_of(comment: Comment) -> dict[str, str]:
    return moderation_of([comment.id]).get(comment.id, {})


def _back(comment: Comment, sentence: str) -> ResponseReturnValue:
    flash(sentence, "success")
    number = comment.idea.number
    return redirect(url_for("ideation.said", number=number, comment_id=comment.id), 303)
