"""Asking to join an idea, and answering: the colleague an invitation, the author a request."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import NotPossible
from ideas.core.i18n import _
from ideas.ideation import actions, rules
from ideas.ideation.forms import JoinForm, WordForm, find_id
from ideas.ideation.models import Coauthor, CoauthorStatus, Idea, Part, Status
from ideas.ideation.queries import find_participation, get_draft, get_idea, get_participation
from ideas.ideation.queries.company import INVITATION_HOLDS
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.workflow import company as workflow
from ideas.process.transitions import obstacles

YES = "ja"


@ideation.route("/ideen/<number:number>/mitmachen", methods=["GET", "POST"])
def ask_to_join(number: str) -> ResponseReturnValue:
    """Ask the author to be taken in; a draft of one's own may be brought along."""
    idea = get_idea(number, reader=actor(), lock=request.method == "POST")
    rules.may_ask_to_join.require(actor(), idea)
    row = find_participation(idea, actor())
    if row is not None and row.status not in workflow.MAY_ASK:
        return redirect(url_for("ideation.participation", row_id=row.id), 303)
    if problem := workflow.is_open_to_company(Coauthor(idea=idea)):
        raise NotPossible(problem)
    own = _own_text()
    form = JoinForm(text=own, send_text=not own)
    if form.validate_on_submit():
        text = (form.text.data or "") if form.send_text.data else ""
        row = actions.ask_to_join(idea, text, actor=actor())
        flash(_("Your request is on its way. You hear from us as soon as it is answered."))
        return redirect(url_for("ideation.participation", row_id=row.id), 303)
    page = render_template("ideation/ask_to_join.html", form=form, idea=idea, has_own=bool(own))
    return page, 422 if form.is_submitted() else 200


@ideation.route("/ideen/beteiligung/<id:row_id>", methods=["GET", "POST"])
def participation(row_id: int) -> ResponseReturnValue:
    """Show an invitation or a request to the one who answers it, and take the answer."""
    row = get_participation(row_id, reader=actor(), lock=request.method == "POST")
    is_own = rules.is_participant(actor(), row)
    form = WordForm()
    if request.method == "GET" and not is_own and row.status != CoauthorStatus.ASKED:
        return redirect(url_for("ideation.company", idea_id=row.idea_id))
    if form.validate_on_submit():
        return _answer(row, form.word.data or "", is_own=is_own)
    return _page(row, form, is_own=is_own), 422 if form.is_submitted() else 200


def _answer(row: Coauthor, word: str, *, is_own: bool) -> ResponseReturnValue:
    idea, says_yes = row.idea, request.form.get("schritt") == YES
    if is_own and says_yes:
        actions.accept_invitation(row, actor=actor())
        flash(_("Thank you. You take part in this idea now."), "success")
        return redirect(_address(idea), 303)
    if is_own:
        actions.decline_invitation(row, word, actor=actor())
        flash(_("You have declined; your colleague is told."))
        return redirect(url_for("home.start"), 303)
    if says_yes:
        actions.admit(row, actor=actor())
        flash(_("%(name)s is co-author now.", name=row.person.name), "success")
    else:
        actions.refuse(row, word, actor=actor())
        flash(_("%(name)s is told that you go on alone.", name=row.person.name))
    return redirect(url_for("ideation.company", idea_id=idea.id), 303)


def _page(row: Coauthor, form: WordForm, *, is_own: bool) -> str:
    step = workflow.confirm if row.part == Part.AUTHOR else workflow.accept
    step = step if row.status == CoauthorStatus.INVITED else workflow.admit
    return render_template(
        "ideation/participation.html",
        row=row,
        idea=row.idea,
        form=form,
        is_own=is_own,
        obstacles=list(obstacles(step, row)),
        until=row.status_since + INVITATION_HOLDS,
        may_read=rules.may_read(actor(), row.idea),
    )


def _address(idea: Idea) -> str:
    if idea.status == Status.DRAFT:
        return url_for("ideation.edit_draft", idea_id=idea.id)
    return url_for("ideation.idea", number=idea.number)


def _own_text() -> str:
    """Return the text of the own draft that the address names."""
    key = find_id(request.args.get("entwurf"))
    if key is None:
        return ""
    draft = get_draft(key, reader=actor())
    parts = (draft.title, draft.problem.source, draft.proposal.source, draft.benefit.source)
    return "\n\n".join(part for part in parts if part)
