"""What an author does with a handed-in idea: the receipt, mending, withdrawing, answering."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import NotPossible, Stale
from ideas.core.i18n import _
from ideas.ideation import actions, rules, workflow
from ideas.ideation.figures import content_hash
from ideas.ideation.forms import AnswerForm, WithdrawForm, stored_texts
from ideas.ideation.models import Idea
from ideas.ideation.queries import files_of, get_idea, questions_to, version_of
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.draft_forms import edit_form
from ideas.process.rules import Rule
from ideas.process.transitions import Transition, obstacles
from ideas.programme.forms import differences


@ideation.get("/ideen/<number:number>/eingang")
def receipt(number: str) -> ResponseReturnValue:
    """Show the author number, time and fingerprint, and check that the text still has it."""
    return render_template("ideation/receipt.html", **_receipt(number))


@ideation.get("/ideen/<number:number>/eingang/drucken")
def print_receipt(number: str) -> ResponseReturnValue:
    """Show the receipt as a plain page for paper."""
    return render_template("ideation/print_receipt.html", **_receipt(number))


@ideation.route("/ideen/<number:number>/bearbeiten", methods=["GET", "POST"])
def edit_idea(number: str) -> ResponseReturnValue:
    """Mend the text as long as screening has not begun."""
    idea = _own(number, rules.may_edit)
    if idea.status not in workflow.EDITABLE:
        raise NotPossible(_("The text stands, because the screening has begun."))
    stored = stored_texts(idea)
    form = edit_form(idea, **stored, seen=idea.text_version)
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.edit_idea(
                idea, form.texts, answers=form.answers, seen=form.seen_version, actor=actor()
            )
        except NotPossible as error:
            status = 422
            form.form_errors.append(error.message)
        except Stale:
            status, conflict = 409, differences(form, stored)
            form.seen.data = str(idea.text_version)
        else:
            flash(_("The new version is saved."), "success")
            return redirect(url_for("ideation.idea", number=number), 303)
    page = render_template("ideation/edit_idea.html", form=form, idea=idea, conflict_rows=conflict)
    return page, status


@ideation.route("/ideen/<number:number>/zurueckziehen", methods=["GET", "POST"])
def withdraw(number: str) -> ResponseReturnValue:
    """Take the idea back."""
    idea = _own(number, rules.may_withdraw)
    _must_fit(workflow.withdraw, idea)
    form = WithdrawForm()
    if form.validate_on_submit():
        actions.withdraw_idea(idea, reason=form.reason.data or "", actor=actor())
        flash(_("Your idea is withdrawn."))
        return redirect(url_for("ideation.idea", number=number), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("ideation/withdraw.html", form=form, idea=idea), status


@ideation.route("/ideen/<number:number>/antworten", methods=["GET", "POST"])
def answer(number: str) -> ResponseReturnValue:
    """Answer the coordination's question."""
    idea = _own(number, rules.may_answer)
    _must_fit(workflow.answer, idea)
    stored = stored_texts(idea)
    form = AnswerForm(**stored, seen=idea.text_version)
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            answer, seen = form.answer.data, form.seen_version
            actions.answer_query(idea, answer, form.texts, seen=seen, actor=actor())
        except Stale:
            status, conflict = 409, differences(form, stored)
            form.seen.data = str(idea.text_version)
        else:
            flash(_("Thank you. The idea coordination goes on with your idea."), "success")
            return redirect(url_for("ideation.idea", number=number), 303)
    page = render_template(
        "ideation/answer.html",
        form=form,
        idea=idea,
        talk=questions_to(idea),
        stored=actions.texts_of(idea),
        conflict_rows=conflict,
    )
    return page, status


def _receipt(number: str) -> dict[str, object]:
    """Return what a receipt says."""
    idea = get_idea(number, reader=actor())
    rules.may_see_receipt.require(actor(), idea)
    version = version_of(idea, idea.text_version)
    return {
        "idea": idea,
        "version": version,
        "files": files_of(idea),
        "is_intact": content_hash(version.salt, version.fields) == version.content_hash,
    }


def _own(number: str, rule: Rule) -> Idea:
    """Return the idea, locked if it is about to change, if the person may do this with it."""
    idea = get_idea(number, reader=actor(), lock=request.method == "POST")
    rule.require(actor(), idea)
    return idea


def _must_fit(step: Transition, idea: Idea) -> None:
    if problems := list(obstacles(step, idea)):
        raise NotPossible(" ".join(problems))
