"""Finding and reading ideas, and what everybody can do with them."""

from typing import NamedTuple

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core import clock
from ideas.core.i18n import _
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.ideation import actions, rules, workflow
from ideas.ideation.figures import working_days_late
from ideas.ideation.forms import CommentForm, FindForm
from ideas.ideation.models import Idea
from ideas.ideation.queries import comments_on, get_idea, ideas_matching, ties
from ideas.ideation.queries.lists import PAGE
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.entries import KINDS, Names, entries
from ideas.ideation.views.history import history_of
from ideas.ideation.views.panels import panels_for
from ideas.process.transitions import offered
from ideas.programme.queries import campaign_names, phase_names, topic_names


class Link(NamedTuple):
    """A step that the author may take, behind a page of its own."""

    label: str
    url: str
    primary: bool = False


@ideation.get("/ideen")
def ideas() -> ResponseReturnValue:
    """Find ideas."""
    rules.may_list.require(actor())
    names = Names(campaign_names(actor()), topic_names(), phase_names())
    form = FindForm(request.args)
    form.offer(names.campaigns, names.topics)
    found = ideas_matching(form.wanted, reader=actor(), page=page_number())
    return render_template(
        "ideation/ideas.html",
        form=form,
        ideas=entries(found[:PAGE], names),
        page=paging(more=len(found) > PAGE),
        is_filtered=any(value for name, value in request.args.items() if name != "seite"),
        may_draft=rules.may_draft(actor()),
    )


@ideation.get("/ideen/<number:number>")
def idea(number: str) -> ResponseReturnValue:
    """Show an idea with its history and what is said about it."""
    found = get_idea(number, reader=actor())
    return _page(found, CommentForm()), 200


@ideation.post("/ideen/<number:number>/kommentieren")
def comment(number: str) -> ResponseReturnValue:
    """Say something about an idea."""
    found = get_idea(number, reader=actor())
    rules.may_comment.require(actor(), found)
    form = CommentForm()
    if not form.validate_on_submit():
        return _page(found, form), 422
    said = actions.comment_on(found, form.text.data, follow_it=form.follow_it.data, actor=actor())
    flash(_("Your comment is there."), "success")
    return redirect(url_for("ideation.idea", number=number, _anchor=f"kommentar-{said.id}"), 303)


@ideation.post("/ideen/<number:number>/unterstuetzen")
def support(number: str) -> ResponseReturnValue:
    """Say that one finds the idea good."""
    actions.support(get_idea(number, reader=actor()), actor=actor())
    return _back(number, _("You support this idea."))


@ideation.post("/ideen/<number:number>/nicht-mehr-unterstuetzen")
def unsupport(number: str) -> ResponseReturnValue:
    """Take one's support back."""
    actions.unsupport(get_idea(number, reader=actor()), actor=actor())
    return _back(number, _("Your support is taken back."))


@ideation.post("/ideen/<number:number>/beobachten")
def follow(number: str) -> ResponseReturnValue:
    """Be told how the idea goes on."""
    actions.follow(get_idea(number, reader=actor()), actor=actor())
    return _back(number, _("You follow this idea; news come into your inbox."))


@ideation.post("/ideen/<number:number>/nicht-mehr-beobachten")
def unfollow(number: str) -> ResponseReturnValue:
    """Be told no longer."""
    actions.unfollow(get_idea(number, reader=actor()), actor=actor())
    return _back(number, _("You no longer follow this idea."))


def _page(found: Idea, form: CommentForm) -> str:
    person = actor()
    return render_template(
        "ideation/idea.html",
        idea=found,
        form=form,
        history=history_of(found),
        kinds=KINDS,
        comments=comments_on(found),
        ties=ties(found, person),
        late=working_days_late(found.ball_until, clock.today()),
        links=_links(found),
        panels=panels_for(found, person),
        may_comment=rules.may_comment(person, found),
        may_support=rules.may_support(person, found),
        may_follow=rules.may_follow(person, found),
        is_own_seal=rules.may_open_seal(person, found),
    )


def _links(found: Idea) -> list[Link]:
    """Return the author's steps; each has a page that asks before it is done."""
    person, number, answer = actor(), found.number, workflow.answer
    links = [
        Link(str(step.label), url_for(f"ideation.{step.name}", number=number), step is answer)
        for step in offered((answer, workflow.withdraw), found, person)
    ]
    if rules.may_edit(person, found) and found.status in workflow.EDITABLE:
        links.append(Link(_("Edit the text"), url_for("ideation.edit_idea", number=number)))
    if rules.may_see_receipt(person, found):
        links.append(Link(_("Receipt"), url_for("ideation.receipt", number=number)))
    if rules.may_open_seal(person, found):
        links.append(Link(_("Give my name"), url_for("ideation.open_seal", number=number)))
    if rules.may_ask_reveal(person, found):
        links.append(Link(_("Ask for the name"), url_for("ideation.ask_reveal", number=number)))
    return links


def _back(number: str, sentence: str) -> ResponseReturnValue:
    flash(sentence)
    return redirect(url_for("ideation.idea", number=number), 303)
