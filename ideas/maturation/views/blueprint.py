"""The blueprint of projects, and what its views share."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.forms import Form
from ideas.maturation.models import Project
from ideas.maturation.queries import get_project

maturation = Blueprint("maturation", __name__, url_prefix="/vorhaben")
INVALID = 422


def for_change(number: str) -> Project:
    """Return the project, locked, as the person acting may see it."""
    return get_project(number, reader=actor(), lock=True)


def refused(form: Form, do: Callable[[], Any]) -> int | None:
    """Do it; a refusal is written above the form, whose texts stay, and its status returned."""
    try:
        do()
    except (Invalid, NotPossible, Stale) as error:
        form.form_errors = [*form.form_errors, error.message]
        return error.status
    return None


def to_project(project: Project) -> ResponseReturnValue:
    """Lead back to the project's page."""
    return redirect(url_for("maturation.project", number=project.idea.number), 303)
