"""Taking data of clients out of an idea, and withholding it until that is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core import client_data, settings
from ideas.core.client_data import Kind
from ideas.core.errors import Invalid
from ideas.core.forms import choices
from ideas.core.i18n import _, _n
from ideas.core.passages import Part, Passages
from ideas.core.web import without_replay
from ideas.ideation import actions, rules
from ideas.ideation.forms import BlackOutForm, WithholdForm
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_idea
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.panels import Panel, idea_panels
from ideas.people.models import Person


@dataclass(frozen=True)
class Found:
    """Something the guard has found, wherever it stands."""

    mark: str
    kind: Kind
    text: str


@dataclass
class Shown:
    """A text as the page shows it, with all the places where it stands."""

    labels: list[str]
    parts: list[Part]

    @property
    def has_marks(self) -> bool:
        """Say whether anything in it goes."""
        return any(part.goes for part in self.parts)


@ideation.route("/ideen/<number:number>/schwaerzen", methods=["GET", "POST"])
@without_replay  # what tells two sendings apart would be a hash of the passage
def black_out(number: str) -> ResponseReturnValue:
    """Choose passages, see where they stand, and take them out everywhere."""
    idea = _idea(number)
    texts = _texts(idea)
    found = _found(texts)
    form = BlackOutForm(found=[one.mark for one in found])
    form.found.choices = choices(
        (one.mark, f"{one.kind.label}: {' '.join(one.text.split())}") for one in found
    )
    if not form.validate_on_submit():
        return _page(idea, form, texts, found, status=422 if form.is_submitted() else 200)
    if "endgueltig" not in request.form:
        return _page(idea, form, texts, found, is_preview=True)
    chosen = _chosen(form, found)
    kinds = [one.kind for one in chosen]
    passages = [*(one.text for one in chosen), *form.lines]
    try:
        count = actions.black_out(
            idea, passages, reason=form.reason.data, kinds=kinds, actor=actor()
        )
    except Invalid as error:
        form.form_errors.append(error.message)
        return _page(idea, form, texts, found, status=422)
    flash(_n("Blacked out in %(num)s place.", "Blacked out in %(num)s places.", count), "success")
    return redirect(url_for("ideation.black_out", number=number), 303)


@ideation.post("/ideen/<number:number>/verbergen")
def withhold(number: str) -> ResponseReturnValue:
    """Take the idea from its readers at once."""
    idea, form = _idea(number), WithholdForm()
    if not form.validate_on_submit():
        texts = _texts(idea)
        return _page(idea, _fresh(), texts, _found(texts), withhold_form=form, status=422)
    actions.withhold(idea, reason=form.why.data, actor=actor())
    flash(_("The idea is withheld: only author, coordination and chair read it."), "success")
    return redirect(url_for("ideation.black_out", number=number), 303)


@ideation.post("/ideen/<number:number>/wieder-zeigen")
def show_again(number: str) -> ResponseReturnValue:
    """Let the house read the idea again."""
    actions.show_again(_idea(number), actor=actor())
    flash(_("The house can read the idea again."), "success")
    return redirect(url_for("ideation.black_out", number=number), 303)


def black_out_panel(idea: Idea, person: Person) -> Panel | None:
    """Lead coordination and chair to blacking out."""
    if not rules.may_black_out(person, idea):
        return None
    url = url_for("ideation.black_out", number=idea.number)
    withheld = _("This idea is withheld: only author, coordination and chair read it.")
    note = withheld if idea.withheld_at else ""
    return Panel(_("Black out or withhold"), url, note, rare=True)


def _idea(number: str) -> Idea:
    idea = get_idea(number, reader=actor(), lock=request.method == "POST")
    rules.may_black_out.require(actor(), idea)
    return idea


def _texts(idea: Idea) -> dict[str, list[str]]:
    """Return each text that the person may read, with the places where it stands."""
    texts: dict[str, list[str]] = {}
    for place in actions.places_of(idea, reader=actor()):
        if place.shown:
            texts.setdefault(place.text, []).append(place.label)
    return texts


def _found(texts: dict[str, list[str]]) -> list[Found]:
    own = settings.current().mail_domains
    found: dict[str, Found] = {}
    for text in texts:
        for one in client_data.find(text, own):
            mark = one.mark(text)
            found.setdefault(mark, Found(mark, one.kind, text[one.start : one.end]))
    return list(found.values())


def _chosen(form: BlackOutForm, found: Sequence[Found]) -> list[Found]:
    return [one for one in found if one.mark in (form.found.data or [])]


def _fresh() -> BlackOutForm:
    return BlackOutForm(formdata=None)


def _page(
    idea: Idea,
    form: BlackOutForm,
    texts: dict[str, list[str]],
    found: Sequence[Found],
    *,
    withhold_form: WithholdForm | None = None,
    is_preview: bool = False,
    status: int = 200,
) -> ResponseReturnValue:
    form.found.choices = form.found.choices or []
    wanted = Passages([*(one.text for one in _chosen(form, found)), *form.lines])
    shown = [Shown(labels, wanted.split(text)) for text, labels in texts.items()]
    count = sum(len(one.labels) for one in shown if one.has_marks)
    page = render_template(
        "ideation/black_out.html",
        idea=idea,
        form=form,
        withhold_form=withhold_form or WithholdForm(formdata=None),
        shown=sorted(shown, key=lambda one: not one.has_marks),
        count=count,
        is_preview=is_preview and count,
        is_missing=is_preview and not count,
    )
    return page, status


idea_panels.append(black_out_panel)
