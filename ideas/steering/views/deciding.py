"""The chair records decisions and releases them."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid
from ideas.core.i18n import Lazy, _, _n
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.ideation.models import Status
from ideas.people.models import Person
from ideas.programme.views.blocks import insert_block
from ideas.steering import queries, rules
from ideas.steering.actions import deciding as actions
from ideas.steering.forms import DecisionForm, DiscardForm, renew
from ideas.steering.models import Ballot
from ideas.steering.views.blueprint import steering

SIZE = 50


@steering.route("/runden/<id:round_id>/ideen/<number:number>/entscheidung", methods=["GET", "POST"])
def decide(round_id: int, number: str) -> ResponseReturnValue:
    """Record the group's decision on an idea."""
    ballot = queries.get_result(round_id, number, reader=actor())
    rules.may_decide.require(actor(), ballot)
    if request.method == "GET" and ballot.idea.status != Status.EVALUATED:
        return redirect(url_for("steering.result", round_id=round_id, number=number), 303)
    members = queries.voters()
    excluded = queries.excluded_from(ballot.entry, members) if ballot.entry else {}
    earlier = queries.last_discarded(ballot.entry) if ballot.entry else None
    form = DecisionForm(members, excluded, earlier)
    shown = [(member, excluded[member.id]) for member in members if member.id in excluded]
    if insert_block(form, "letter"):
        return _page(ballot, form, shown)
    if "preview" in request.form:
        renew(form)
        return _page(ballot, form, shown, preview=form.whole_letter)
    if not form.validate_on_submit() or ballot.entry is None:
        return _page(ballot, form, shown, status=422 if form.is_submitted() else 200)
    try:
        actions.decide_on(ballot.entry, form.motion(), form.poll(), actor=actor())
    except Invalid as error:
        form.form_errors.append(error.message)
        return _page(ballot, form, shown, status=422)
    flash(_("The decision is recorded. It becomes visible when you release it."), "success")
    return redirect(url_for("steering.decisions"), 303)


@steering.get("/entscheidungen")
def decisions() -> ResponseReturnValue:
    """Show what is to be decided and which decisions wait for their release."""
    found = queries.decisions_to_release(reader=actor(), page=page_number(), size=SIZE)
    return render_template(
        "steering/decisions.html",
        decisions=found[:SIZE],
        letters={one.id: actions.public_letter(one) for one in found[:SIZE]},
        rounds={decision.round for decision in found[:SIZE]},
        page=paging(more=len(found) > SIZE),
        undecided=queries.rounds_to_decide(actor()),
    )


@steering.route("/entscheidungen/<id:decision_id>/verwerfen", methods=["GET", "POST"])
def discard(decision_id: int) -> ResponseReturnValue:
    """Take a recorded decision back and record it anew."""
    rules.may_release.require(actor())
    decision = queries.get_decision(decision_id)
    ballot = queries.ballot_for(decision.idea, actor(), round_id=decision.round_id)
    rules.may_decide.require(actor(), ballot)
    form = DiscardForm()
    if not form.validate_on_submit():
        page = render_template("steering/discard.html", form=form, decision=decision)
        return page, 422 if form.is_submitted() else 200
    actions.discard_decision(decision, form.reason.data, actor=actor())
    flash(_("The decision is discarded. Record it anew; what you had written stands here."))
    number, round_id = decision.idea.number, decision.round_id
    return redirect(url_for("steering.decide", round_id=round_id, number=number), 303)


@steering.post("/entscheidungen/<id:decision_id>/freigeben")
def release(decision_id: int) -> ResponseReturnValue:
    """Release one decision."""
    rules.may_release.require(actor())
    actions.release_decision(queries.get_decision(decision_id), actor=actor())
    flash(_("The decision is released; the author gets the letter."), "success")
    return redirect(url_for("steering.decisions"), 303)


@steering.post("/runden/<id:round_id>/freigeben")
def release_round(round_id: int) -> ResponseReturnValue:
    """Release all decisions of a round."""
    round_ = queries.get_round(round_id, reader=actor())
    count = actions.release_decisions(round_, actor=actor())
    flash(_n("%(num)s decision is released.", "%(num)s decisions are released.", count), "success")
    return redirect(url_for("steering.decisions"), 303)


def _page(
    ballot: Ballot,
    form: DecisionForm,
    excluded: list[tuple[Person, Lazy]],
    *,
    preview: str | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    page = render_template(
        "steering/decide.html",
        idea=ballot.idea,
        entry=ballot.entry,
        round=ballot.round,
        form=form,
        excluded=excluded,
        preview=preview,
    )
    return page, status
