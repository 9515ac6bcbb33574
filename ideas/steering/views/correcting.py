"""Correcting a reason in the history of an idea."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_idea
from ideas.ideation.views.history import correcting
from ideas.people.models import Person
from ideas.process.events import EVENTS
from ideas.process.models import Entry
from ideas.steering import rules
from ideas.steering.actions import correcting as actions
from ideas.steering.actions.promises import require_unbiased
from ideas.steering.forms.promises import CorrectionForm
from ideas.steering.views.blueprint import steering


@steering.route("/ideen/<number:number>/verlauf/<id:sequence>/berichtigen", methods=["GET", "POST"])
def correct(number: str, sequence: int) -> ResponseReturnValue:
    """Say how a reason should read; the old one stays and is marked."""
    idea = get_idea(number, reader=actor())
    rules.may_correct.require(actor(), idea)
    require_unbiased(idea, actor())
    entry = actions.reason_to_correct(idea, sequence)
    form = CorrectionForm(wording=actions.words_of(entry))
    status = 422 if form.is_submitted() else 200
    if form.validate_on_submit():
        try:
            text, note = form.wording.data, form.note.data
            actions.correct_reason(idea, sequence, text, note, actor=actor())
        except Invalid as error:
            form.wording.errors = [error.message]
        else:
            flash(_("The reason is corrected. Both stand in the history."), "success")
            return redirect(url_for("ideation.idea", number=number) + "#history", 303)
    page = render_template(
        "steering/correct.html",
        idea=idea,
        form=form,
        entry=entry,
        sentence=EVENTS[entry.event].sentence,
    )
    return page, status


def correct_url(idea: Idea, person: Person, entry: Entry) -> str | None:
    """Lead the office from a reason to its correction."""
    if not actions.is_correctable(entry) or not rules.may_correct(person, idea):
        return None
    return url_for("steering.correct", number=idea.number, sequence=entry.sequence)


correcting.append(correct_url)
