"""Mentioning somebody: a list for a script, a page with a search field without one."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.web import without_replay
from ideas.ideation import rules
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.mentions import people_to_mention
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.ideas import idea_page
from ideas.ideation.views.threads import comment_form


@ideation.get("/ideen/<number:number>/personen")
def people(number: str) -> ResponseReturnValue:
    """Offer a script the people who may read the idea and are called like this."""
    found = _commentable(number)
    words = request.args.get("suche", "")
    offered = people_to_mention(words, found, reader=actor())
    return render_template("ideation/_offered_people.html", people=offered)


@ideation.post("/ideen/<number:number>/erwaehnen")
@without_replay
def mention(number: str) -> ResponseReturnValue:
    """Let the writer choose somebody, and go on with the comment; nothing is saved."""
    found = _commentable(number)
    form = comment_form(actor(), found)
    if (handle := request.form.get("person")) is not None:
        typed = form.text.data or ""
        form.text.data = f"{typed} @{handle} ".lstrip() if handle else typed
        return idea_page(found, form)
    words = request.form.get("suche", "")
    return render_template(
        "ideation/mention.html",
        form=form,
        idea=found,
        words=words,
        people=people_to_mention(words, found, reader=actor()),
    )


def _commentable(number: str) -> Idea:
    found = get_idea(number, reader=actor())
    rules.may_comment.require(actor(), found)
    return found
