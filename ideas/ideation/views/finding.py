"""The list of ideas: searched, filtered, in the order wanted."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.paging import paging
from ideas.core.search_words import MOST_WORDS, read_words
from ideas.core.web import page_number
from ideas.ideation import rules
from ideas.ideation.forms import FindForm, find_id
from ideas.ideation.queries import Order, ideas_matching
from ideas.ideation.queries.lists import page_size
from ideas.ideation.queries.passages import passages_of
from ideas.ideation.queries.support import is_order_offered
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.entries import Names, entries
from ideas.ideation.views.watching import watches
from ideas.people.queries import team_names
from ideas.programme.queries import campaign_names, phase_names, topic_names

PLAIN = frozenset({"suche", "seite", "sortierung", "mehr"})

UNFILTERED = frozenset({"seite", "mehr"})


@ideation.get("/ideen")
def ideas() -> ResponseReturnValue:
    """Find ideas."""
    rules.may_list.require(actor())
    names = Names(campaign_names(actor()), topic_names(), phase_names())
    form = _form(names)
    size = page_size(form.wanted)
    rows = ideas_matching(form.wanted, reader=actor(), page=page_number(), size=size)
    words = read_words(form.wanted.words)
    return render_template(
        "ideation/ideas.html",
        form=form,
        ideas=entries(rows[:size], names, passages_of(rows[:size], words)),
        page=paging(more=len(rows) > size),
        is_filtered=any(value for name, value in request.args.items() if name not in UNFILTERED),
        may_draft=rules.may_draft(actor()),
        watches=watches(form.wanted, names.campaigns, names.topics),
        words=form.wanted.words,
        is_cut=words.is_cut,
        most_words=MOST_WORDS,
        unfiltered_url=_without_filters(form.wanted.words),
    )


def _form(names: Names) -> FindForm:
    form = FindForm(request.args)
    by_support = is_order_offered(actor(), find_id(request.args.get("kampagne")))
    orders = [order for order in Order if by_support or order != Order.SUPPORTED]
    form.offer(names.campaigns, names.topics, orders)
    form.offer_teams(team_names() if form.shows_more else {})
    form.check_days()
    return form


def _without_filters(words: str) -> str | None:
    """Return the address of the same search without filters, if there are some."""
    is_narrowed = any(value for name, value in request.args.items() if name not in PLAIN)
    return url_for("ideation.ideas", suche=words) if words and is_narrowed else None
