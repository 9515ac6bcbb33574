"""The blueprint that the pages beside the main way hang on, and what they share."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import NotPossible
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_idea
from ideas.process.rules import Rule
from ideas.process.transitions import Transition, obstacles

byways = Blueprint("byways", __name__)
SIZE = 50


def idea_for(number: str, rule: Rule) -> Idea:
    """Return the idea, locked if it is about to change, if the person may do this with it."""
    idea = get_idea(number, reader=actor(), lock=request.method == "POST")
    rule.require(actor(), idea)
    return idea


def must_fit(step: Transition, idea: Idea) -> None:
    """Let the page open while nothing stands in the way of the step.

    Raises:
        NotPossible: the idea has moved on, or something is missing.
    """
    if problems := list(obstacles(step, idea)):
        raise NotPossible(" ".join(problems))


def to_idea(idea: Idea, sentence: str) -> ResponseReturnValue:
    """Say what was done and show the idea."""
    flash(sentence, "success")
    return redirect(url_for("ideation.idea", number=idea.number), 303)
