"""Two roles together open a sealed name; each step and each reading is recorded."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.core.web import without_replay
from ideas.ideation import actions, rules
from ideas.ideation.forms import RevealForm
from ideas.ideation.models import Reveal
from ideas.ideation.queries import all_reveals, current_reveal, get_idea, get_reveal
from ideas.ideation.views.blueprint import ideation
from ideas.people.models import Person


@ideation.get("/siegel")
def reveals() -> ResponseReturnValue:
    """Show the requests for sealed names."""
    return render_template("ideation/reveals.html", reveals=all_reveals(reader=actor()))


@ideation.route("/ideen/<number:number>/siegel", methods=["GET", "POST"])
def ask_reveal(number: str) -> ResponseReturnValue:
    """Ask for the name behind an idea, with a reason."""
    idea = get_idea(number, reader=actor())
    rules.may_ask_reveal.require(actor(), idea)
    form = RevealForm()
    if form.validate_on_submit():
        try:
            reveal = actions.ask_reveal(idea, form.reason.data or "", actor=actor())
        except Invalid as error:
            form.reason.errors = [error.message]
        else:
            flash(_("Data protection and the author are told of your request."))
            return redirect(url_for("ideation.reveal", reveal_id=reveal.id), 303)
    elif not form.is_submitted() and (found := current_reveal(idea)):
        return redirect(url_for("ideation.reveal", reveal_id=found.id), 303)
    page = render_template("ideation/ask_reveal.html", form=form, idea=idea)
    return page, 422 if form.is_submitted() else 200


@ideation.get("/siegel/<id:reveal_id>")
def reveal(reveal_id: int) -> ResponseReturnValue:
    """Show a request and what the reader can do with it."""
    return _page(get_reveal(reveal_id, reader=actor()))


@ideation.post("/siegel/<id:reveal_id>/zustimmen")
def grant_reveal(reveal_id: int) -> ResponseReturnValue:
    """Agree as data protection."""
    actions.grant_reveal(_locked(reveal_id), actor=actor())
    return _back(reveal_id, _("The name can be read for 14 days. The author is told."))


@ideation.post("/siegel/<id:reveal_id>/ablehnen")
def refuse_reveal(reveal_id: int) -> ResponseReturnValue:
    """Refuse as data protection."""
    actions.refuse_reveal(_locked(reveal_id), actor=actor())
    return _back(reveal_id, _("The name stays sealed."))


@ideation.post("/siegel/<id:reveal_id>/einwilligen")
def consent_to_reveal(reveal_id: int) -> ResponseReturnValue:
    """Agree as the author."""
    actions.consent_to_reveal(_locked(reveal_id), actor=actor())
    return _back(reveal_id, _("Chair and data protection can now read your name for 14 days."))


@ideation.post("/siegel/<id:reveal_id>/namen-lesen")
@without_replay
def read_name(reveal_id: int) -> ResponseReturnValue:
    """Show the name once; this reading is recorded."""
    found = _locked(reveal_id)
    return _page(found, actions.read_name(found, actor=actor()))


def _page(found: Reveal, person: Person | None = None) -> str:
    may_open = rules.may_open_reveal(actor(), found)
    return render_template(
        "ideation/reveal.html",
        reveal=found,
        idea=found.idea,
        person=person,
        may_list=rules.may_list_reveals(actor()),
        may_grant=found.is_open and rules.may_grant_reveal(actor(), found),
        may_consent=found.is_open and rules.may_consent(actor(), found),
        may_read_name=found.is_in_force and found.idea.is_sealed and may_open,
        may_see_idea=rules.may_read(actor(), found.idea),
    )


def _locked(reveal_id: int) -> Reveal:
    return get_reveal(reveal_id, reader=actor(), lock=True)


def _back(reveal_id: int, sentence: str) -> ResponseReturnValue:
    flash(sentence, "success")
    return redirect(url_for("ideation.reveal", reveal_id=reveal_id), 303)
