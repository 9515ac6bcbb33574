"""The fast lane: propose, agree, do, and call in."""

from flask import render_template
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.accounts.rules import is_member
from ideas.byways import actions, queries, rules, workflow
from ideas.byways.forms import DoneForm, FastTrackAnswerForm, FastTrackForm, WordForm
from ideas.byways.views.blueprint import SIZE, byways, idea_for, must_fit, to_idea
from ideas.core.i18n import _
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.people.models import Role
from ideas.people.queries import active_people, all_units


@byways.get("/steuerung/schnellweg")
def fast_lane() -> ResponseReturnValue:
    """List what is done without the steering group, so that it can call it in."""
    rows = queries.fast_lane(reader=actor(), page=page_number(), size=SIZE)
    return render_template(
        "byways/fast_lane.html",
        rows=rows[:SIZE],
        page=paging(more=len(rows) > SIZE),
        may_call_in=is_member(actor()),
    )


@byways.route("/steuerung/ideen/<number:number>/schnellweg", methods=["GET", "POST"])
def propose(number: str) -> ResponseReturnValue:
    """Propose an idea for the fast lane."""
    idea = idea_for(number, rules.may_propose_fast_track)
    must_fit(workflow.propose, idea)
    staff = [person for person in active_people() if Role.EMPLOYEE in person.roles]
    units = all_units()
    form = FastTrackForm(units, staff)
    if not form.validate_on_submit():
        page = render_template("byways/propose.html", idea=idea, form=form)
        return page, 422 if form.is_submitted() else 200
    unit = next(unit for unit in units if str(unit.id) == form.unit.data)
    named = next(person for person in staff if str(person.id) == form.responsible.data)
    actions.propose_fast_track(idea, form.plan.data, unit=unit, responsible=named, actor=actor())
    return to_idea(idea, _("The unit is asked. You hear when it has answered."))


@byways.route("/ideen/<number:number>/schnellweg", methods=["GET", "POST"])
def answer_fast_track(number: str) -> ResponseReturnValue:
    """Say for the unit whether it does the fix."""
    idea = idea_for(number, rules.may_answer_fast_track)
    must_fit(workflow.agree, idea)
    form = FastTrackAnswerForm()
    if form.validate_on_submit():
        agrees = form.agrees.data == "yes"
        actions.answer_fast_track(idea, form.word.data or "", agrees=agrees, actor=actor())
        return to_idea(
            idea,
            _("Thank you. Please say here when it is done.")
            if agrees
            else _("Thank you. The idea is screened again."),
        )
    track = queries.find_track(idea)
    page = render_template("byways/answer_fast_track.html", idea=idea, form=form, track=track)
    return page, 422 if form.is_submitted() else 200


@byways.route("/ideen/<number:number>/schnellweg/erledigt", methods=["GET", "POST"])
def finish_fast_track(number: str) -> ResponseReturnValue:
    """Say that the fix is done."""
    idea = idea_for(number, rules.may_finish_fast_track)
    must_fit(workflow.finish, idea)
    form = DoneForm()
    if form.validate_on_submit():
        actions.finish_fast_track(idea, form.word.data, actor=actor())
        return to_idea(idea, _("Thank you, it is done. Author, supporters and followers are told."))
    track = queries.find_track(idea)
    page = render_template("byways/finish_fast_track.html", idea=idea, form=form, track=track)
    return page, 422 if form.is_submitted() else 200


@byways.route("/steuerung/ideen/<number:number>/hereinholen", methods=["GET", "POST"])
def call_in(number: str) -> ResponseReturnValue:
    """Let the steering group have the idea after all."""
    idea = idea_for(number, rules.may_call_in)
    must_fit(workflow.call_in, idea)
    form = WordForm()
    if form.validate_on_submit():
        actions.call_in(idea, form.word.data, actor=actor())
        return to_idea(idea, _("The idea is called in. It waits for the next scoring round."))
    track = queries.find_track(idea)
    page = render_template("byways/call_in.html", idea=idea, form=form, track=track)
    return page, 422 if form.is_submitted() else 200
