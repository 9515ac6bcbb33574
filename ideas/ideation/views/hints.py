"""Is it there already? Similar ideas while typing, and as a step before the hand-in."""

from typing import NamedTuple

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.i18n import _
from ideas.core.web import without_replay
from ideas.ideation import actions, rules
from ideas.ideation.actions import Texts, texts_of
from ideas.ideation.forms import DifferenceForm, SupportInsteadForm
from ideas.ideation.models import Hint, Idea
from ideas.ideation.queries import get_draft, get_idea
from ideas.ideation.queries.company import OPEN_TO_COMPANY
from ideas.ideation.queries.likeness import answers_to, similar_ideas
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.entries import KINDS

ONWARD, SUPPORT, JOIN = "weiter", "unterstuetzen", "mitmachen"


class Line(NamedTuple):
    """A similar idea as a hint shows it."""

    number: str
    title: str
    state: str
    kind: str
    answer: str
    may_support: bool
    may_join: bool


@ideation.post("/ideen/aehnliche")
@without_replay
def hints() -> ResponseReturnValue:
    """Return the hints for what is being typed; nothing if there are none."""
    rules.may_draft.require(actor())
    typed = {name: request.form.get(name, "") for name in Texts.__dataclass_fields__}
    lines = _lines(Texts(**typed))
    if lines and request.form.get("erstmals"):
        actions.count_hint(Hint.SHOWN, actor=actor())
    return render_template("ideation/_hints.html", hints=lines)


@ideation.route("/ideen/entwurf/<id:idea_id>/gibt-es-das-schon", methods=["GET", "POST"])
def compare(idea_id: int) -> ResponseReturnValue:
    """Show what is like the draft, and take one sentence on the difference."""
    draft = get_draft(idea_id, reader=actor(), lock=request.method == "POST")
    form = DifferenceForm(difference=draft.difference)
    if way := _instead(draft, request.form.get("schritt", "")):
        return redirect(way, 303)
    if form.validate_on_submit():
        actions.tell_difference(draft, form.difference.data or "", actor=actor())
        return redirect(url_for("ideation.submit", idea_id=idea_id), 303)
    lines = _lines(texts_of(draft))
    if not lines and not form.is_submitted():
        return redirect(url_for("ideation.submit", idea_id=idea_id), 303)
    page = render_template("ideation/compare.html", form=form, idea=draft, hints=lines)
    return page, 422 if form.is_submitted() else 200


@ideation.route("/ideen/entwurf/<id:idea_id>/stattdessen/<number:number>", methods=["GET", "POST"])
def support_instead(idea_id: int, number: str) -> ResponseReturnValue:
    """Support a similar idea, and say what becomes of the draft."""
    draft = get_draft(idea_id, reader=actor(), lock=request.method == "POST")
    idea = get_idea(number, reader=actor())
    rules.may_support.require(actor(), idea)
    form = SupportInsteadForm()
    if form.validate_on_submit():
        keep = form.draft.data == form.KEEP
        actions.support_instead(draft, idea, keep_draft=keep, actor=actor())
        flash(_("You support this idea."), "success")
        flash(_("Your draft is kept.") if keep else _("The draft is deleted."))
        return redirect(url_for("ideation.idea", number=number), 303)
    page = render_template("ideation/support_instead.html", form=form, idea=draft, other=idea)
    return page, 422 if form.is_submitted() else 200


def way_from(draft: Idea, step: str) -> str | None:
    """Return where a saved draft goes on to by this step, if not back to its form."""
    if way := _instead(draft, step):
        return way
    if step != ONWARD:
        return None
    if _lines(texts_of(draft)):
        actions.count_hint(Hint.SHOWN, actor=actor())
        return url_for("ideation.compare", idea_id=draft.id)
    return url_for("ideation.submit", idea_id=draft.id)


def _instead(draft: Idea, step: str) -> str | None:
    """Return where the button at a hint leads to."""
    choice, _colon, number = step.partition(":")
    if choice == SUPPORT and number:
        return url_for("ideation.support_instead", idea_id=draft.id, number=number)
    if choice == JOIN and number:
        actions.count_hint(Hint.JOINED, actor=actor())
        return url_for("ideation.ask_to_join", number=number, entwurf=draft.id)
    return None


def _lines(texts: Texts) -> list[Line]:
    """Return the hints for a text that the reader may see."""
    body = f"{texts.problem} {texts.audience} {texts.proposal} {texts.benefit}"
    found = similar_ideas(texts.title, body, reader=actor())
    answers = answers_to([idea.id for idea, _score in found]) if found else {}
    return [_line(idea, answers.get(idea.id, "")) for idea, _score in found]


def _line(idea: Idea, answer: str) -> Line:
    state = idea.project_status or idea.status
    return Line(
        number=idea.number or "",
        title=idea.title,
        state=str(state.label),
        kind=KINDS.get(state, "neutral"),
        answer=answer,
        may_support=rules.may_support(actor(), idea),
        may_join=idea.status in OPEN_TO_COMPANY and rules.may_ask_to_join(actor(), idea),
    )
