"""What is overdue, and putting a promised day off."""

from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core import clock
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _, day
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.ideation.figures import working_days_late, working_days_left
from ideas.ideation.queries import get_idea
from ideas.steering import rules
from ideas.steering.actions import promises
from ideas.steering.forms.promises import ExtendForm
from ideas.steering.queries.overdue import overdue_ideas, paused_ideas
from ideas.steering.queries.waits import waits_of_the_year
from ideas.steering.views.blueprint import steering

SIZE = 50


@steering.get("/ueberfaellig")
def overdue() -> ResponseReturnValue:
    """List what was promised and has not come, and apart what pauses."""
    rows = overdue_ideas(reader=actor(), page=page_number(), size=SIZE)
    paused = paused_ideas(reader=actor(), most=SIZE)
    return render_template(
        "steering/overdue.html",
        rows=[(row, working_days_late(row.ball_until, clock.today())) for row in rows[:SIZE]],
        page=paging(more=len(rows) > SIZE),
        paused=[(row, _left(row)) for row in paused[:SIZE]],
        more_paused=len(paused) > SIZE,
        waits=waits_of_the_year(reader=actor()),
        in_the_house=rules.IN_THE_HOUSE,
    )


@steering.route("/ideen/<number:number>/zusage-verlaengern", methods=["GET", "POST"])
def extend(number: str) -> ResponseReturnValue:
    """Promise a later day, and say why."""
    idea = get_idea(number, reader=actor(), lock=request.method == "POST")
    if idea.ball not in rules.IN_THE_HOUSE and rules.may_correct(actor(), idea):
        raise NotPossible(_("It is not the turn of coordination or steering group at the moment."))
    rules.may_extend.require(actor(), idea)
    promises.require_unbiased(idea, actor())
    form = ExtendForm(was=str(idea.ball_until))
    status = 422 if form.is_submitted() else 200
    if form.validate_on_submit():
        try:
            until, seen = form.until.data, _as_day(form.was.data)
            promises.extend_promise(idea, until, form.reason.data, seen=seen, actor=actor())
        except Invalid as error:
            form.until.errors = [error.message]
        except NotPossible as error:
            status = error.status
            form.form_errors.append(error.message)
            form.was.data = str(idea.ball_until)
        else:
            flash(_("Promised until %(day)s now. The authors are told.", day=day(until)), "success")
            return redirect(url_for("ideation.idea", number=number), 303)
    return render_template("steering/extend.html", idea=idea, form=form), status


def _left(row: Any) -> int:
    return working_days_left(row.paused_until, row.paused_on)


def _as_day(text: str) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return date.min  # no promise; it counts as changed meanwhile
