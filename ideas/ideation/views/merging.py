"""Merging two ideas: choose, compare, confirm; object to it, and undo it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _, day
from ideas.ideation import actions, rules
from ideas.ideation.events import merging_disputed
from ideas.ideation.forms import KeepMergingForm, MergeForm, ObjectionForm
from ideas.ideation.models import Idea, Merging
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.family import (
    family_of,
    find_home,
    find_merging,
    targets_for,
    union_of,
)
from ideas.ideation.queries.single import words_of
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.entries import KINDS
from ideas.ideation.views.panels import Panel, idea_panels
from ideas.ideation.workflow import merging as workflow
from ideas.people.models import Person
from ideas.process.rules import Rule

MOST_WORDS = 200


@ideation.get("/ideen/<number:number>/zusammenfuehren")
def merge(number: str) -> ResponseReturnValue:
    """Find the idea that this one is merged into."""
    idea = _idea(number, rules.may_merge)
    if problem := workflow.why_not_from_here(idea) or workflow.nothing_is_merged_into_it(idea):
        raise NotPossible(problem)
    words = request.args.get("suche", "")[:MOST_WORDS]
    found = targets_for(idea, words, reader=actor())
    return render_template("ideation/merge.html", idea=idea, words=words, found=found, kinds=KINDS)


@ideation.route("/ideen/<number:number>/zusammenfuehren/<number:target>", methods=["GET", "POST"])
def merge_into(number: str, target: str) -> ResponseReturnValue:
    """Show what the merging will do, and do it."""
    idea, other = _idea(number, rules.may_merge), _idea(target, rules.may_merge)
    forbidden = workflow.what_forbids_merging(idea, other)
    if problem := forbidden or workflow.nothing_is_merged_into_it(idea):
        raise NotPossible(problem)
    form = MergeForm()
    if form.validate_on_submit():
        try:
            actions.merge_ideas(idea, other, form.reason.data, actor=actor())
        except Invalid as error:
            form.reason.errors = [error.message]
        else:
            flash(_("The ideas are merged. All authors are told."), "success")
            return redirect(url_for("ideation.idea", number=target), 303)
    page = render_template(
        "ideation/merge_into.html",
        form=form,
        idea=idea,
        target=other,
        union=union_of(idea, other, reader=actor()),
        writers=family_of(other, reader=actor()).by_receipt(other, idea),
        swap=workflow.what_forbids_merging(other, idea) is None and not other.merged_count,
    )
    return page, 422 if form.is_submitted() else 200


@ideation.route("/ideen/<number:number>/zusammenfuehrung-aufheben", methods=["GET", "POST"])
def undo_merging(number: str) -> ResponseReturnValue:
    """Let the two ideas part again."""
    idea = _idea(number, rules.may_merge)
    _merging(idea)
    if problem := workflow.nothing_was_decided_for_both(idea):
        raise NotPossible(problem)
    form = MergeForm()
    if form.validate_on_submit():
        try:
            actions.undo_merging(idea, form.reason.data, actor=actor())
        except Invalid as error:
            form.reason.errors = [error.message]
        else:
            flash(_("The merging is undone. All authors are told."), "success")
            return redirect(url_for("ideation.idea", number=number), 303)
    home = find_home(idea, reader=actor())
    page = render_template("ideation/undo_merging.html", form=form, idea=idea, home=home)
    return page, 422 if form.is_submitted() else 200


@ideation.route("/ideen/<number:number>/einwand", methods=["GET", "POST"])
def object_to_merging(number: str) -> ResponseReturnValue:
    """Say why one's idea should go on by itself."""
    idea = _idea(number, rules.may_object_to_merging)
    merging = _merging(idea)
    if problem := workflow.what_forbids_objecting(merging):
        raise NotPossible(problem)
    form = ObjectionForm()
    if form.validate_on_submit():
        actions.object_to_merging(idea, form.text.data, actor=actor())
        flash(_("Your objection is on its way to the idea coordination."), "success")
        return redirect(url_for("ideation.idea", number=number), 303)
    home = find_home(idea, reader=actor())
    page = render_template(
        "ideation/object_to_merging.html", form=form, idea=idea, home=home, merging=merging
    )
    return page, 422 if form.is_submitted() else 200


@ideation.route("/ideen/<number:number>/einwand-beantworten", methods=["GET", "POST"])
def keep_merging(number: str) -> ResponseReturnValue:
    """Answer the objection to a merging."""
    idea = _idea(number, rules.may_merge)
    if not _merging(idea).is_disputed:
        raise NotPossible(_("No objection waits for an answer."))
    form = KeepMergingForm()
    if form.validate_on_submit():
        try:
            actions.keep_merging(idea, form.answer.data, actor=actor())
        except Invalid as error:
            form.answer.errors = [error.message]
        else:
            flash(_("Your answer is on its way to the author."), "success")
            return redirect(url_for("ideation.idea", number=number), 303)
    home, objection = find_home(idea, reader=actor()), words_of(idea, merging_disputed.name)
    page = render_template(
        "ideation/keep_merging.html", form=form, idea=idea, home=home, objection=objection
    )
    return page, 422 if form.is_submitted() else 200


def merge_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the coordination to merging."""
    fits = idea.status in workflow.MERGEABLE and not idea.merged_count
    if not fits or not rules.may_merge(person, idea):
        return None
    return Panel(_("Merge with another idea"), url_for("ideation.merge", number=idea.number))


def undo_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the coordination to undoing, and to an objection that waits."""
    merging = find_merging(idea)
    if merging is None or not rules.may_merge(person, idea):
        return None
    if merging.is_disputed:
        url = url_for("ideation.keep_merging", number=idea.number)
        return Panel(_("Answer the objection to the merging"), url, primary=True)
    url = url_for("ideation.undo_merging", number=idea.number)
    return Panel(_("Undo the merging"), url)


def objection_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead the author to an objection as long as it is possible."""
    merging = find_merging(idea)
    if merging is None or not rules.may_object_to_merging(person, idea):
        return None
    if workflow.what_forbids_objecting(merging):
        return None
    text = _("You can object to the merging until %(day)s.", day=day(merging.object_until))
    url = url_for("ideation.object_to_merging", number=idea.number)
    return Panel(_("Object to the merging"), url, text)


def _idea(number: str, rule: Rule) -> Idea:
    idea = get_idea(number, reader=actor())
    rule.require(actor(), idea)
    return idea


def _merging(idea: Idea) -> Merging:
    merging = find_merging(idea)
    if merging is None:
        raise NotPossible(_("This idea is not merged with another one."))
    return merging


idea_panels.extend((merge_panel, undo_panel, objection_panel))
