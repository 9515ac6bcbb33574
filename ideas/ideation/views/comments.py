"""A single comment: its address, changing it, taking it back, what it said earlier."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Stale
from ideas.core.forms import Form
from ideas.core.i18n import _
from ideas.ideation import actions, rules
from ideas.ideation.forms import EditCommentForm
from ideas.ideation.models import Comment
from ideas.ideation.queries.talk import FOLD, get_comment, versions_of
from ideas.ideation.views.blueprint import ideation
from ideas.programme.forms import differences

COMMENT = "/ideen/<number:number>/kommentare/<id:comment_id>"


@ideation.get(COMMENT)
def said(number: str, comment_id: int) -> ResponseReturnValue:
    """Lead to the comment on the idea's page, among the earlier ones if need be."""
    idea = get_comment(number, comment_id, reader=actor()).idea
    everything = "1" if idea.comment_count > FOLD else None
    anchor = f"kommentar-{comment_id}"
    return redirect(url_for("ideation.idea", number=number, alle=everything, _anchor=anchor), 303)


@ideation.route(f"{COMMENT}/bearbeiten", methods=["GET", "POST"])
def edit_comment(number: str, comment_id: int) -> ResponseReturnValue:
    """Change one's own comment while nobody has answered it."""
    comment = get_comment(number, comment_id, reader=actor(), lock=request.method == "POST")
    rules.may_edit_comment.require(actor(), comment)
    stored = {"text": comment.text.source}
    form = EditCommentForm(**stored, seen=comment.edits)
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.edit_comment(comment, form.text.data, seen=form.seen_version, actor=actor())
        except Stale:
            status, conflict = 409, differences(form, stored)
            form.seen.data = str(comment.edits)
        else:
            flash(_("Your comment is changed."), "success")
            return redirect(url_for("ideation.said", number=number, comment_id=comment_id), 303)
    return edit_page(comment, form, conflict), status


def edit_page(
    comment: Comment, form: EditCommentForm, conflict: list[tuple[str, str, str]] | None = None
) -> str:
    """Return the page on which a comment is changed."""
    return render_template(
        "ideation/edit_comment.html",
        form=form,
        comment=comment,
        is_editable=actions.is_editable(comment),
        conflict_rows=conflict,
    )


@ideation.route(f"{COMMENT}/loeschen", methods=["GET", "POST"])
def delete_comment(number: str, comment_id: int) -> ResponseReturnValue:
    """Take one's own comment back."""
    comment = get_comment(number, comment_id, reader=actor(), lock=request.method == "POST")
    rules.may_delete_comment.require(actor(), comment)
    form = Form()
    if form.validate_on_submit():
        actions.delete_comment(comment, actor=actor())
        flash(_("Your comment is deleted."))
        return redirect(url_for("ideation.said", number=number, comment_id=comment_id), 303)
    return render_template("ideation/delete_comment.html", form=form, comment=comment)


@ideation.get(f"{COMMENT}/verlauf")
def comment_history(number: str, comment_id: int) -> ResponseReturnValue:
    """Show writer and moderators what the comment said earlier."""
    comment = get_comment(number, comment_id, reader=actor())
    rules.may_read_aside.require(actor(), comment)
    versions = versions_of(comment)
    return render_template("ideation/comment_history.html", comment=comment, versions=versions)
