"""What is deferred: until when, until what, and the events that bring it back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.byways import actions, queries, rules
from ideas.byways.forms import TagForm, WaitForm
from ideas.byways.views.blueprint import SIZE, byways, idea_for
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _, _n
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.ideation.models import Status
from ideas.ideation.queries import open_tags, tag_ids_of, tags_with_counts


@byways.route("/steuerung/wiedervorlage", methods=["GET", "POST"])
def resubmission() -> ResponseReturnValue:
    """List what is deferred and what it waits for; enter a new event."""
    rules.may_keep_tags.require(actor())
    form = TagForm()
    if form.validate_on_submit():
        try:
            tag = actions.make_tag(form.name.data, actor=actor())
        except Invalid as error:
            form.name.errors = [error.message]
        else:
            return _back(_("“%(name)s” is entered. Ideas can wait for it now.", name=tag.name))
    rows = queries.deferred_ideas(reader=actor(), page=page_number(), size=SIZE)
    page = render_template(
        "byways/resubmission.html",
        form=form,
        tags=tags_with_counts(),
        rows=rows[:SIZE],
        page=paging(more=len(rows) > SIZE),
    )
    return page, 422 if form.is_submitted() else 200


@byways.post("/steuerung/wiedervorlage/<id:tag_id>/ausloesen")
def release_tag(tag_id: int) -> ResponseReturnValue:
    """Say that an event has happened."""
    rules.may_keep_tags.require(actor())
    count = actions.release_tag(queries.get_tag(tag_id), actor=actor())
    return _back(
        _n(
            "Released: %(num)s idea is in the screening again.",
            "Released: %(num)s ideas are in the screening again.",
            count,
        )
    )


@byways.route("/steuerung/ideen/<number:number>/wiedervorlage", methods=["GET", "POST"])
def wait_for(number: str) -> ResponseReturnValue:
    """Change what a deferred idea waits for."""
    idea = idea_for(number, rules.may_change_waiting)
    if idea.status != Status.DEFERRED:
        raise NotPossible(_("The idea is not deferred any more."))
    form = WaitForm(open_tags(), tag_ids_of(idea))
    if form.validate_on_submit():
        chosen = [int(key) for key in form.tags.data]
        actions.wait_for_events(idea, chosen, actor=actor())
        return _back(_("It is noted what the idea waits for."))
    page = render_template("byways/wait_for.html", idea=idea, form=form)
    return page, 422 if form.is_submitted() else 200


def _back(sentence: str) -> ResponseReturnValue:
    flash(sentence, "success")
    return redirect(url_for("byways.resubmission"), 303)
