"""The start page and the sign of life."""

from flask import Blueprint, jsonify, render_template
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.accounts.rules import is_data_protection, is_employee
from ideas.byways.queries import unjudged
from ideas.home import queries
from ideas.home.navigation import frame
from ideas.home.tasks import tasks_of
from ideas.process.events import EVENTS

home = Blueprint("home", __name__)
home.app_context_processor(frame)


@home.get("/")
def start() -> ResponseReturnValue:
    """Show what is mine to do, what moved, and how it works."""
    person = actor()
    if is_data_protection(person):
        return render_template("home/start_protection.html", person=person)
    if not is_employee(person):
        return render_template("home/start_administration.html", person=person, unjudged=unjudged())
    return render_template(
        "home/start.html",
        person=person,
        tasks=tasks_of(person),
        moves=queries.recent_moves(person),
        sentences={name: event.sentence for name, event in EVENTS.items()},
    )


@home.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Say that the house stands and reaches its database."""
    queries.ping()
    return jsonify(status="ok")
