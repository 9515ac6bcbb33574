"""A member's list and the page on which an idea is scored."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.ideation.queries import get_idea
from ideas.programme.models import Activity
from ideas.programme.queries import get_campaign
from ideas.programme.rules import must_allow, why_not
from ideas.steering import queries, rules
from ideas.steering.actions import scoring as actions
from ideas.steering.forms import AbstainForm, ScoreForm, score_form
from ideas.steering.models import Ballot, RoundIdea, Score, ScoreKind
from ideas.steering.views.blueprint import steering

SIZE = 50


@steering.get("/bewerten")
def queue() -> ResponseReturnValue:
    """Show a member the ideas that are open for scoring, or those already dealt with."""
    rounds = queries.progress_of(actor())
    chosen = _chosen(rounds)
    done = request.args.get("ansicht") == "erledigt"
    listed = queries.dealt_with if done else queries.still_to_score
    rows = listed(actor(), chosen.id, page=page_number(), size=SIZE) if chosen else []
    return render_template(
        "steering/queue.html",
        rows=rows[:SIZE],
        page=paging(more=len(rows) > SIZE),
        done=done,
        rounds=rounds,
        chosen=chosen,
        biased=ScoreKind.BIASED,
        rests=_rests(chosen),
    )


@steering.route("/ideen/<number:number>/bewertung", methods=["GET", "POST"])
def score(number: str) -> ResponseReturnValue:
    """Score an idea, the text beside the scale."""
    ballot, entry = _ballot(number)
    form = score_form(entry.round.campaign.criteria, ballot.own)
    if not form.validate_on_submit():
        return _page(ballot, form, status=422 if form.is_submitted() else 200)
    try:
        actions.score_idea(ballot.idea, form.judgement(), seen=form.seen_version, actor=actor())
    except Stale as error:
        return _conflict(ballot, error, form=form)
    except Invalid as error:
        form.form_errors.append(error.message)
        return _page(ballot, form, status=422)
    flash(_("Your score is saved."), "success")
    return redirect(_onwards(ballot), 303)


@steering.post("/ideen/<number:number>/bewertung/ohne-punkte")
def abstain(number: str) -> ResponseReturnValue:
    """Say why one gives no points."""
    ballot, _entry = _ballot(number)
    form = AbstainForm()
    if not form.validate_on_submit():
        return _page(ballot, abstain_form=form, status=422)
    kind = ScoreKind(form.kind.data)
    try:
        actions.decline_to_score(
            ballot.idea, kind, form.note.data or "", seen=form.seen_version, actor=actor()
        )
    except Stale as error:
        return _conflict(ballot, error, abstain_form=form)
    flash(_("Saved: %(kind)s.", kind=kind.label), "success")
    return redirect(_onwards(ballot), 303)


def _ballot(number: str) -> tuple[Ballot, RoundIdea]:
    ballot = queries.ballot_for(get_idea(number, reader=actor()), actor())
    rules.may_score.require(actor(), ballot)
    if ballot.entry is None:
        raise NotPossible(_("This idea is not being scored at the moment."))
    must_allow(ballot.entry.round.campaign, Activity.SCORE)
    return ballot, ballot.entry


def _chosen(rounds: list[Any]) -> Any | None:
    """Return the round that the address names, else the first one with something left to do."""
    wanted = request.args.get("runde", "")
    named = [round_ for round_ in rounds if str(round_.id) == wanted]
    unfinished = [round_ for round_ in rounds if round_.done < round_.ideas]
    return next(iter([*named, *unfinished, *rounds]), None)


def _rests(chosen: Any | None) -> str:
    """Say why the campaign's phase lets nobody score now, and when it goes on; mostly nothing."""
    if chosen is None or not chosen.phase_count:
        return ""
    return why_not(get_campaign(chosen.campaign_id), Activity.SCORE)


def _onwards(ballot: Ballot) -> str:
    """Return the page of the next idea, or the list when nothing is left or wanted."""
    following = None
    if "next" in request.form and ballot.entry:
        following = queries.next_to_score(actor(), ballot.entry)
    if following is None:
        return url_for("steering.queue")
    return url_for("steering.score", number=following)


def _conflict(
    ballot: Ballot,
    error: Stale,
    *,
    form: ScoreForm | None = None,
    abstain_form: AbstainForm | None = None,
) -> ResponseReturnValue:
    stored = error.current
    if not isinstance(stored, Score):
        raise error
    for shown in (form, abstain_form):
        if shown is not None:
            shown.seen.data = str(stored.version)
    return _page(ballot, form, abstain_form=abstain_form, stored=stored, status=409)


def _page(
    ballot: Ballot,
    form: ScoreForm | None = None,
    *,
    abstain_form: AbstainForm | None = None,
    stored: Score | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    own = ballot.own
    round_ = ballot.round
    criteria = round_.campaign.criteria if round_ else []
    seen = {"seen": own.version if own else 0}
    declared = own is not None and own.kind != ScoreKind.SCORED
    said = {"kind": own.kind, "note": own.note} if own and declared else {}
    page = render_template(
        "steering/score.html",
        idea=ballot.idea,
        round=round_,
        own=own,
        form=form or score_form(criteria, own),
        abstain_form=abstain_form or AbstainForm(formdata=None, data=seen | said),
        stored=stored,
        scored=ScoreKind.SCORED,
    )
    return page, status
