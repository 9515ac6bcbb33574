"""Objecting to a decision, and answering the objection."""

from flask import render_template
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.byways import actions, queries, rules, workflow
from ideas.byways.forms import STANDS, ObjectionAnswerForm, ObjectionForm
from ideas.byways.views.blueprint import byways, idea_for, to_idea
from ideas.core.errors import Invalid, NotFound, NotPossible
from ideas.core.i18n import _
from ideas.ideation.models import Idea, Objection, ObjectionGround
from ideas.ideation.queries import get_idea, words_of
from ideas.ideation.rules import is_involved
from ideas.process.transitions import Transition, obstacles, offered
from ideas.programme.views.blocks import insert_block


@byways.get("/steuerung/einsprueche")
def objections() -> ResponseReturnValue:
    """List the objections that wait for an answer."""
    waiting = queries.objections_that_wait(reader=actor())
    rows = [
        (
            one,
            rules.may_answer_objection(actor(), one.idea),
            queries.has_judge(one.idea),
            is_involved(actor(), one.idea),
        )
        for one in waiting
    ]
    return render_template("byways/objections.html", rows=rows)


@byways.route("/ideen/<number:number>/einspruch", methods=["GET", "POST"])
def object_to(number: str) -> ResponseReturnValue:
    """Object to the decision on one's idea."""
    idea = idea_for(number, rules.may_object)
    form = ObjectionForm()
    decided = queries.decision_to_object_to(idea)
    if form.validate_on_submit():
        try:
            ground = ObjectionGround(form.ground.data)
            actions.object_to(idea, ground, form.text.data, actor=actor())
        except NotPossible as error:
            form.form_errors.append(error.message)
            status = error.status
            page = render_template(
                "byways/object_to.html", idea=idea, form=form, decided=decided, reason=""
            )
            return page, status
        return to_idea(idea, _("Your objection has arrived. You get an answer in any case."))
    reason = words_of(idea, idea.status)
    page = render_template(
        "byways/object_to.html", idea=idea, form=form, decided=decided, reason=reason
    )
    return page, 422 if form.is_submitted() else 200


@byways.route("/steuerung/ideen/<number:number>/einspruch", methods=["GET", "POST"])
def answer_objection(number: str) -> ResponseReturnValue:
    """Answer an objection; who took the decision reads it and cannot answer."""
    idea = get_idea(number, reader=actor())
    if not rules.may_see_objections(actor()) or rules.may_object(actor(), idea):
        rules.may_answer_objection.require(actor(), idea)
    objection = queries.find_objection(idea)
    if objection is None:
        raise NotFound(_("There is no objection."))
    steps = _fitting(idea, objection)
    form = ObjectionAnswerForm(steps)
    if not form.is_submitted():
        return _page(idea, objection, form, 200)
    rules.may_answer_objection.require(actor(), idea)
    if insert_block(form, "reason"):
        return _page(idea, objection, form, 200)
    if not form.validate():
        return _page(idea, objection, form, 422)
    wanted = form.verdict.data
    step = next((one for one in steps if one.name == wanted), None)
    try:
        actions.answer_objection(idea, form.reason.data, step, actor=actor())
    except Invalid as error:
        form.reason.errors = [error.message]
        return _page(idea, objection, form, 422)
    stands = wanted == STANDS
    return to_idea(
        idea,
        _("The objection is answered: the decision stands.")
        if stands
        else _("The objection is answered: the idea is taken up anew."),
    )


def _fitting(idea: Idea, objection: Objection) -> list[Transition]:
    """Return the ways in which the idea can be taken up anew now."""
    if objection.ended_at:
        return []
    steps = offered(workflow.OBJECTION, idea, actor())
    return [step for step in steps if not list(obstacles(step, idea))]


def _page(
    idea: Idea, objection: Objection, form: ObjectionAnswerForm, status: int
) -> ResponseReturnValue:
    page = render_template(
        "byways/answer_objection.html",
        idea=idea,
        objection=objection,
        form=form,
        reason=words_of(idea, idea.status),
        said=words_of(idea, "idea.objected"),
        may_answer=not objection.ended_at and rules.may_answer_objection(actor(), idea),
        has_judge=queries.has_judge(idea),
    )
    return page, status
