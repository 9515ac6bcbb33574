"""Turning selected ideas into projects."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import NotPossible
from ideas.core.i18n import _
from ideas.core.web import page_number
from ideas.ideation.models import Status
from ideas.ideation.queries import get_idea
from ideas.maturation import queries, rules
from ideas.maturation.actions import adopt_idea
from ideas.maturation.forms import AdoptForm
from ideas.maturation.views.blueprint import INVALID, maturation, refused
from ideas.maturation.views.board import SIZE, page_links
from ideas.people.models import Role
from ideas.people.queries import get_person, holders_of


@maturation.get("/aufnehmen")
def adoptable() -> ResponseReturnValue:
    """List the selected ideas that wait for somebody responsible."""
    rules.may_adopt.require(actor())
    number = page_number()
    rows = queries.selected_without_owner(actor(), page=number, size=SIZE)
    return render_template(
        "maturation/adoptable.html",
        ideas=rows[:SIZE],
        page=page_links("maturation.adoptable", number, more=len(rows) > SIZE),
    )


@maturation.get("/aufnehmen/<number:number>")
def adopt(number: str) -> ResponseReturnValue:
    """Ask who is responsible."""
    rules.may_adopt.require(actor())
    idea = get_idea(number, reader=actor())
    if existing := queries.find_project(idea):
        return redirect(url_for("maturation.project", number=existing.idea.number))
    if idea.status != Status.SELECTED:
        raise NotPossible(_("Only a selected idea can become a project."))
    form = AdoptForm(people=holders_of(Role.EMPLOYEE))
    return render_template("maturation/adopt.html", idea=idea, form=form)


@maturation.post("/aufnehmen/<number:number>")
def adopt_now(number: str) -> ResponseReturnValue:
    """Name who is responsible."""
    rules.may_adopt.require(actor())
    idea = queries.get_adoptable(number, reader=actor())
    form = AdoptForm(people=holders_of(Role.EMPLOYEE))
    status: int | None = INVALID
    if form.validate_on_submit():
        owner = get_person(int(form.owner.data))
        status = refused(form, lambda: adopt_idea(idea, owner, actor=actor()))
    if status:
        return render_template("maturation/adopt.html", idea=idea, form=form), status
    flash(_("“%(title)s” is a project now.", title=idea.title))
    return redirect(url_for("maturation.project", number=number), 303)
