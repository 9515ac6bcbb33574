"""The coordinator's list and the page on which an idea is screened."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.ideation.models import Idea, Status
from ideas.ideation.queries import get_idea, questions_to
from ideas.ideation.views.panels import panels_for, screening_panels
from ideas.process.transitions import offered
from ideas.programme.queries import gate_questions
from ideas.programme.views.blocks import insert_block
from ideas.steering import queries, rules, workflow
from ideas.steering.actions import screening as actions
from ideas.steering.forms import ClosingForm, GateForm, QuestionForm, gate_form
from ideas.steering.models import Screening
from ideas.steering.queries import Lane
from ideas.steering.views.blueprint import steering

SIZE = 50
ASKED = frozenset({Status.SCREENING, Status.QUERY})


@steering.get("/vorpruefung")
def screening_queue() -> ResponseReturnValue:
    """Show what waits for the coordination, the most urgent first."""
    wanted = request.args.get("stand", "")
    lane = Lane(wanted) if wanted in list(Lane) else Lane.NEW
    rows = queries.screening_lane(lane, reader=actor(), page=page_number(), size=SIZE)
    return render_template(
        "steering/screening_queue.html",
        lane=lane,
        counts=queries.lane_counts(reader=actor()),
        rows=rows[:SIZE],
        page=paging(more=len(rows) > SIZE),
    )


@steering.route("/ideen/<number:number>/vorpruefung", methods=["GET", "POST"])
def screen(number: str) -> ResponseReturnValue:
    """Check an idea against the questions, keep the answers, pass it on."""
    idea = _idea(number)
    form = gate_form(gate_questions(), queries.find_screening(idea))
    if not form.validate_on_submit():
        return _page(idea, form, status=422 if form.is_submitted() else 200)
    try:
        actions.save_screening(idea, form.answers(), seen=form.seen_version, actor=actor())
        if "pass_on" in request.form:
            actions.pass_on(idea, actor=actor())
            return _done(idea, _("The idea has passed the screening and waits for a round."))
    except Stale as error:
        return _conflict(idea, form, error)
    except NotPossible as error:
        form.form_errors.append(error.message)
        return _page(idea, form, status=409)
    return _done(idea, _("The answers are saved."))


@steering.post("/ideen/<number:number>/veroeffentlichen")
def publish(number: str) -> ResponseReturnValue:
    """Publish an idea and begin its screening."""
    idea = _idea(number)
    actions.publish_idea(idea, actor=actor())
    return _done(idea, _("The idea is published. The screening has begun."))


@steering.post("/ideen/<number:number>/rueckfrage")
def ask_back(number: str) -> ResponseReturnValue:
    """Ask the author."""
    idea, form = _idea(number), QuestionForm()
    if insert_block(form, "question"):
        return _page(idea, question_form=form)
    if not form.validate_on_submit():
        return _page(idea, question_form=form, status=422)
    actions.ask_back(idea, form.question.data, actor=actor())
    return _done(idea, _("Your question is on its way to the author."))


@steering.post("/ideen/<number:number>/schliessen")
def close(number: str) -> ResponseReturnValue:
    """Close an idea with a reason."""
    idea = _idea(number)
    form = _closing_form(idea)
    if insert_block(form, "reason"):
        return _page(idea, closing_form=form)
    if not form.validate_on_submit():
        return _page(idea, closing_form=form, status=422)
    try:
        actions.close_idea(
            idea, form.reason.data, form.chosen_ground, change=form.change.data, actor=actor()
        )
    except Invalid as error:
        form.ground.errors = [error.message]
        return _page(idea, closing_form=form, status=422)
    return _done(idea, _("The idea is closed. The author reads your reason."))


def _idea(number: str) -> Idea:
    idea = get_idea(number, reader=actor())
    rules.may_screen.require(actor(), idea)
    return idea


def _closing_form(idea: Idea) -> ClosingForm:
    return ClosingForm(answered=idea.status == Status.SCREENING)


def _page(
    idea: Idea,
    form: GateForm | None = None,
    *,
    question_form: QuestionForm | None = None,
    closing_form: ClosingForm | None = None,
    stored: Screening | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    screening = queries.find_screening(idea)
    steps = {step.name: step for step in offered(workflow.SCREENING, idea, actor())}
    page = render_template(
        "steering/screen.html",
        idea=idea,
        screening=screening,
        form=form or gate_form(gate_questions(), screening),
        question_form=question_form or QuestionForm(formdata=None),
        closing_form=closing_form or _closing_form(idea),
        steps=steps,
        talk=questions_to(idea) if idea.status in ASKED else [],
        byways=panels_for(idea, actor(), screening_panels),
        stored=stored,
    )
    return page, status


def _conflict(idea: Idea, form: GateForm, error: Stale) -> ResponseReturnValue:
    stored = error.current
    if not isinstance(stored, Screening):
        raise error
    form.seen.data = str(stored.version)
    return _page(idea, form, stored=stored, status=409)


def _done(idea: Idea, sentence: str) -> ResponseReturnValue:
    flash(sentence, "success")
    return redirect(url_for("steering.screen", number=idea.number), 303)
