"""What an author does with the seal: choose it, wait in the letter box, give the name."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import NotPossible
from ideas.core.forms import Form
from ideas.core.i18n import _
from ideas.ideation import actions, rules
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_draft, get_idea, version_of
from ideas.ideation.views.blueprint import ideation


@ideation.get("/anonym")
def anonymity() -> ResponseReturnValue:
    """Say what anonymous means, and where it ends."""
    return render_template("ideation/anonymity.html", may_draft=rules.may_draft(actor()))


@ideation.route("/ideen/entwurf/<id:idea_id>/anonym", methods=["GET", "POST"])
def seal_draft(idea_id: int) -> ResponseReturnValue:
    """Warn, then go on with the draft anonymously."""
    idea = _draft(idea_id)
    actions.must_go_by_name(idea)
    form = Form()
    if form.validate_on_submit():
        fresh = actions.seal_draft(idea, actor=actor())
        flash(_("From here on you write as “%(name)s”.", name=fresh.author.name), "success")
        return redirect(url_for("ideation.edit_draft", idea_id=fresh.id), 303)
    return render_template("ideation/seal_draft.html", form=form, idea=idea)


@ideation.get("/ideen/entwurf/<id:idea_id>/briefkasten")
def letter_box(idea_id: int) -> ResponseReturnValue:
    """Show the receipt of an anonymous idea that waits for its number."""
    idea = _draft(idea_id)
    if not actions.is_waiting(idea):
        raise NotPossible(_("This idea does not lie in the letter box."))
    version = version_of(idea, idea.text_version)
    return render_template("ideation/letter_box.html", idea=idea, version=version)


@ideation.post("/ideen/entwurf/<id:idea_id>/zurueckholen")
def take_back(idea_id: int) -> ResponseReturnValue:
    """Take an anonymous idea out of the letter box."""
    actions.take_back(_draft(idea_id), actor=actor())
    flash(_("Your idea is a draft again."))
    return redirect(url_for("ideation.edit_draft", idea_id=idea_id), 303)


@ideation.route("/ideen/entwurf/<id:idea_id>/name-nennen", methods=["GET", "POST"])
def open_draft_seal(idea_id: int) -> ResponseReturnValue:
    """Go on with an anonymous draft by name."""
    idea = _draft(idea_id)
    back = url_for("ideation.edit_draft", idea_id=idea_id)
    return _open(idea, back, "ideation/open_draft_seal.html")


@ideation.route("/ideen/<number:number>/name-nennen", methods=["GET", "POST"])
def open_seal(number: str) -> ResponseReturnValue:
    """Give one's name to an idea that was handed in anonymously."""
    idea = get_idea(number, reader=actor(), lock=request.method == "POST")
    return _open(idea, url_for("ideation.idea", number=number), "ideation/open_seal.html")


def _open(idea: Idea, back: str, page: str) -> ResponseReturnValue:
    """Ask once more, then open the seal."""
    rules.may_open_seal.require(actor(), idea)
    form = Form()
    if form.validate_on_submit():
        actions.open_seal(idea, actor=actor())
        flash(_("The idea now bears your name."), "success")
        return redirect(back, 303)
    return render_template(page, form=form, idea=idea, back=back)


def _draft(idea_id: int) -> Idea:
    return get_draft(idea_id, reader=actor(), lock=request.method == "POST")
