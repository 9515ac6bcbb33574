"""The board and the shelves beside it."""

from functools import lru_cache
from typing import Any

from flask import flash, get_template_attribute, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid, NotFound
from ideas.core.i18n import _
from ideas.core.web import page_number
from ideas.ideation.models import ProjectStatus
from ideas.maturation import queries, rules
from ideas.maturation.actions import Side, reorder_project
from ideas.maturation.forms import BoardFilterForm
from ideas.maturation.models import Health
from ideas.maturation.queries.board import Card, Filter
from ideas.maturation.views.blueprint import maturation

FILTERS = ("kampagne", "team", "ampel", "meine")
SHELVES = {
    "geparkt": ProjectStatus.PARKED,
    "gestoppt": ProjectStatus.STOPPED,
    "abgeschlossen": ProjectStatus.COMPLETED,
}
SIZE = 50
KEPT_FACES = 2000
MAX_DIGITS = 18


@maturation.get("")
def board() -> ResponseReturnValue:
    """Show every project in its phase."""
    rules.may_read_board.require(actor())
    campaigns, units = queries.choices_of_filter(actor())
    form = BoardFilterForm(request.args, campaigns=campaigns, units=units, meta={"csrf": False})
    return render_template(
        "maturation/board.html",
        board=queries.board(actor(), _chosen()),
        form=form,
        filters=_filters(),
        shelves={status: word for word, status in SHELVES.items()},
        may_order=rules.may_order(actor()),
        may_adopt=rules.may_adopt(actor()),
        moved=request.args.get("verschoben"),
        face=face,
    )


@lru_cache(maxsize=KEPT_FACES)
def face(card: Card, usual: int, may_order: bool, _language: str) -> Markup:  # noqa: FBT001
    """Return a card as it looks; it holds all that it shows, so an equal one looks the same."""
    ticket = get_template_attribute("maturation/_ticket.html", "ticket")
    return Markup(ticket(card, usual, may_order))  # noqa: S704 (the template has escaped it)


@maturation.post("/ordnen")
def reorder() -> ResponseReturnValue:
    """Put a card beside another one: `move` is card:side:anchor."""
    rules.may_order.require(actor())
    card_id, side, anchor_id = _move()
    project = queries.get_card(card_id, reader=actor())
    spot = reorder_project(project, anchor_id, side, actor=actor())
    sentence = _(
        "“%(title)s” is now in place %(place)s of %(of)s in “%(phase)s”.",
        title=project.idea.title,
        place=spot.place,
        of=spot.of,
        phase=project.last_phase.name,
    )
    if spot.neighbour_left:
        sentence += " " + _("The neighbouring card had left; yours stands at the end.")
    if _filters():
        sentence += " " + _("The place counts all cards, also those the filter hides.")
    flash(sentence)
    target = url_for("maturation.board", verschoben=card_id, **_filters())
    return redirect(f"{target}#karte-{card_id}", 303)


@maturation.get("/beiseite/<string:which>")
def shelf(which: str) -> ResponseReturnValue:
    """List the projects that are not on the board."""
    rules.may_read_board.require(actor())
    if which not in SHELVES:
        raise NotFound(_("There is no such list."))
    number = page_number()
    rows = queries.shelf(actor(), SHELVES[which], page=number, size=SIZE)
    return render_template(
        "maturation/shelf.html",
        which=which,
        status=SHELVES[which],
        rows=rows[:SIZE],
        page=page_links("maturation.shelf", number, more=len(rows) > SIZE, which=which),
    )


def page_links(endpoint: str, number: int, *, more: bool, **values: Any) -> dict[str, Any]:
    """Return what the pagination shows; the total is not counted."""
    return {
        "number": number,
        "total_pages": None,
        "previous_url": url_for(endpoint, seite=number - 1, **values) if number > 1 else None,
        "next_url": url_for(endpoint, seite=number + 1, **values) if more else None,
    }


def _filters() -> dict[str, Any]:
    """Return the filters of the address, to be kept in links."""
    return {name: value for name in FILTERS if (value := request.args.get(name))}


def _chosen() -> Filter:
    light = request.args.get("ampel", "")
    return Filter(
        campaign_id=_whole(request.args.get("kampagne", "")),
        unit_id=_whole(request.args.get("team", "")),
        health=Health(light) if light in list(Health) else None,
        owner_id=actor().id if request.args.get("meine") else None,
    )


def _move() -> tuple[int, Side, int]:
    card, _colon, rest = request.form.get("move", "").partition(":")
    side, _colon, anchor = rest.partition(":")
    card_id, anchor_id = _whole(card), _whole(anchor)
    if card_id is None or anchor_id is None or side not in list(Side):
        raise Invalid(_("Please press one of the buttons on the board."))
    return card_id, Side(side), anchor_id


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS else None
