"""What a released round says: the ranking and the result of one idea."""

from flask import render_template
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.ideation.models import Status
from ideas.steering import queries, rules
from ideas.steering.views.blueprint import steering

SIZE = 50


@steering.get("/runden/<id:round_id>/rangfolge")
def ranking(round_id: int) -> ResponseReturnValue:
    """Show the ideas of a released round by their mean score."""
    round_ = queries.get_round(round_id, reader=actor(), released=True)
    here = page_number()
    hidden = queries.hidden_rows(round_, reader=actor())
    rows = queries.ranking_of(round_, hidden, page=here, size=SIZE)
    return render_template(
        "steering/ranking.html",
        round=round_,
        rows=rows[:SIZE],
        first=(here - 1) * SIZE + 1,
        hidden=[row for row in hidden if row.is_readable],
        page=paging(more=len(rows) > SIZE),
        decides=rules.may_release(actor()),
        evaluated=Status.EVALUATED,
    )


@steering.get("/runden/<id:round_id>/ideen/<number:number>")
def result(round_id: int, number: str) -> ResponseReturnValue:
    """Show what the scores say of one idea: the profile first, then the total."""
    ballot = queries.get_result(round_id, number, reader=actor())
    return render_template(
        "steering/result.html",
        idea=ballot.idea,
        entry=ballot.entry,
        round=ballot.round,
        comments=queries.comments_on(ballot, reader=actor()),
        decision=queries.decision_of(ballot, reader=actor()),
        may_decide=rules.may_decide(actor(), ballot) and ballot.idea.status == Status.EVALUATED,
    )
