"""Reading ideas, and what everybody can do with them."""

from typing import NamedTuple

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core import clock
from ideas.core.i18n import _
from ideas.core.web import safe_next
from ideas.ideation import actions, rules, workflow
from ideas.ideation.figures import working_days_late, working_days_left
from ideas.ideation.forms import CommentForm, SupportForm, find_id
from ideas.ideation.models import Idea
from ideas.ideation.queries import files_of, get_idea, ties
from ideas.ideation.queries.company import OPEN_TO_COMPANY
from ideas.ideation.queries.family import family_of
from ideas.ideation.queries.support import votes_given
from ideas.ideation.queries.talk import get_comment
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.entries import KINDS
from ideas.ideation.views.history import history_of, left_after_pause
from ideas.ideation.views.panels import facts_for, panels_for
from ideas.ideation.views.phases import phase_notes
from ideas.ideation.views.threads import comment_form, talk_about
from ideas.process.transitions import offered
from ideas.programme.models import Activity
from ideas.programme.rules import must_allow


class Link(NamedTuple):
    """A step that the author may take, behind a page of its own."""

    label: str
    url: str
    primary: bool = False
    rare: bool = False


@ideation.get("/ideen/<number:number>")
def idea(number: str) -> ResponseReturnValue:
    """Show an idea with its history and what is said about it."""
    found = get_idea(number, reader=actor())
    return idea_page(found, comment_form(actor(), found))


@ideation.post("/ideen/<number:number>/kommentieren")
def comment(number: str) -> ResponseReturnValue:
    """Say something about an idea."""
    found = get_idea(number, reader=actor())
    must_allow(found.campaign, Activity.COMMENT)
    rules.may_comment.require(actor(), found)
    form = comment_form(actor(), found)
    if not form.validate_on_submit():
        return idea_page(found, form), 422
    thread = find_id(form.thread.data)
    answered = get_comment(number, thread, reader=actor()) if thread else None
    said = actions.comment_on(
        found,
        form.text.data,
        remark=form.remark(answered),
        follow_it=form.follow_it.data,
        actor=actor(),
    )
    flash(_("Your comment is there."), "success")
    return redirect(url_for("ideation.said", number=number, comment_id=said.id), 303)


@ideation.post("/ideen/<number:number>/unterstuetzen")
def support(number: str) -> ResponseReturnValue:
    """Say that one finds the idea good, and perhaps follow it."""
    form = SupportForm()
    found = get_idea(number, reader=actor())
    actions.support(found, follow_it=form.follow_it.data, actor=actor())
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
    flash(_("You no longer follow this idea."))
    back = url_for("ideation.idea", number=number)
    return redirect(safe_next(request.form.get("zurueck"), back), 303)


def idea_page(found: Idea, form: CommentForm) -> str:
    """Return the page of an idea with this form to say something."""
    person = actor()
    family = family_of(found, reader=person)
    return render_template(
        "ideation/idea.html",
        idea=found,
        family=family,
        form=form,
        history=history_of(found, person),
        kinds=KINDS,
        talk=talk_about(found, person, form, parts=family.parts),
        votes=_votes(found),
        ties=ties(found, person),
        late=working_days_late(found.ball_until, clock.today()),
        left=working_days_left(found.ball_until, clock.today()),
        left_after_pause=left_after_pause(found),
        files=files_of(found),
        may_remove_files=rules.may_remove_files(person, found),
        links=_links(found),
        panels=panels_for(found, person),
        may_report=rules.may_report(person, found),
        further=facts_for(found, person),
        may_comment=rules.may_comment(person, found) and not found.merged_into_id,
        may_support=rules.may_support(person, found),
        may_follow=rules.may_follow(person, found),
        is_own_seal=rules.may_open_seal(person, found),
        phase_notes=phase_notes(found, person),
        may_join=found.status in OPEN_TO_COMPANY and rules.may_ask_to_join(person, found),
    )


def _votes(found: Idea) -> tuple[int, int] | None:
    """Return how many votes of a limited campaign the reader has given, and how many there are."""
    limit = found.campaign.support_limit
    if limit is None or not rules.may_support(actor(), found):
        return None
    return votes_given(actor(), found.campaign), limit


def _links(found: Idea) -> list[Link]:
    """Return the author's steps; each has a page that asks before it is done."""
    person, number, answer = actor(), found.number, workflow.answer
    links = [
        Link(str(step.label), url_for(f"ideation.{step.name}", number=number), step is answer)
        for step in offered((answer, workflow.withdraw), found, person)
    ]
    if rules.may_edit(person, found) and found.status in workflow.EDITABLE:
        links.append(Link(_("Edit the text"), url_for("ideation.edit_idea", number=number)))
        links.append(Link(_("Files"), url_for("ideation.idea_files", number=number)))
    if rules.may_see_company(person, found):
        links.append(Link(_("Together"), url_for("ideation.company", idea_id=found.id)))
    if rules.may_see_receipt(person, found):
        links.append(Link(_("Receipt"), url_for("ideation.receipt", number=number)))
    if rules.may_open_seal(person, found):
        page = url_for("ideation.open_seal", number=number)
        links.append(Link(_("Give my name"), page, rare=True))
    if rules.may_ask_reveal(person, found):
        page = url_for("ideation.ask_reveal", number=number)
        links.append(Link(_("Ask for the name"), page, rare=True))
    return links


def _back(number: str, sentence: str) -> ResponseReturnValue:
    flash(sentence)
    return redirect(url_for("ideation.idea", number=number), 303)
