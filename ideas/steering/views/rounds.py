"""The rounds of scoring: list, opening, closing."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core import clock
from ideas.core.errors import Invalid, NotPossible
from ideas.core.forms import Form, choices
from ideas.core.i18n import _, _n
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.programme.models import Step
from ideas.programme.queries import due_date, get_campaign
from ideas.steering import queries, rules
from ideas.steering.actions import rounds as actions
from ideas.steering.forms import RoundForm
from ideas.steering.models import RoundStatus
from ideas.steering.views.blueprint import steering

SIZE = 50


@steering.get("/runden")
def rounds() -> ResponseReturnValue:
    """Show the rounds, the newest first."""
    rows = queries.all_rounds(reader=actor(), page=page_number(), size=SIZE)
    may_open = rules.may_open_round(actor())
    return render_template(
        "steering/rounds.html",
        rows=rows[:SIZE],
        page=paging(more=len(rows) > SIZE),
        may_open=may_open,
        may_close=rules.may_close_round(actor()),
        waiting=queries.campaigns_with_waiting_ideas() if may_open else [],
        unsealed=rules.UNSEALED,
    )


@steering.route("/runden/neu", methods=["GET", "POST"])
def open_round() -> ResponseReturnValue:
    """Open a round over the screened ideas of a campaign."""
    rules.may_open_round.require(actor())
    campaigns = queries.campaigns_with_waiting_ideas()
    form = RoundForm(data={"due_on": due_date(Step.SCORING, clock.today(), campaigns[0].id)})
    form.campaign.choices = choices((str(row.id), _with_count(row)) for row in campaigns)
    if form.validate_on_submit():
        campaign = get_campaign(int(form.campaign.data))
        try:
            actions.open_round(campaign, form.name.data, form.due_on.data, actor=actor())
        except (Invalid, NotPossible) as error:
            form.form_errors.append(error.message)
        else:
            flash(_("The round is open. All members are told."), "success")
            return redirect(url_for("steering.rounds"), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("steering/open_round.html", form=form, campaigns=campaigns), status


@steering.route("/runden/<id:round_id>/schliessen", methods=["GET", "POST"])
def close_round(round_id: int) -> ResponseReturnValue:
    """Ask once more, then close the round and release what was scored."""
    round_ = queries.get_round(round_id, reader=actor())
    rules.may_close_round.require(actor(), round_)
    form = Form()
    if form.validate_on_submit():
        actions.close_round(round_, actor=actor())
        flash(_("The round is closed and its results are released."), "success")
        return redirect(url_for("steering.ranking", round_id=round_.id), 303)
    if round_.status != RoundStatus.OPEN:
        raise NotPossible(_("The round is closed already."))
    return render_template("steering/close_round.html", round=round_, form=form)


def _with_count(row: Any) -> str:
    ideas = _n("%(num)s idea waits", "%(num)s ideas wait", row.ideas)
    return f"{row.name} ({ideas})"
