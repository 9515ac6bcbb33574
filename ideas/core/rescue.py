"""A form whose sender is not signed in any more: who wrote it, and a way to keep the text."""

from collections.abc import Callable

from flask import current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer

from ideas.core import database

KEPT = 7 * 24 * 60 * 60  # seconds for which a form remembers who opened it
Rescued = dict[str, object]
# For each endpoint: keep what was sent for the person of this id; None if it cannot be kept.
rescuers: dict[str, Callable[[int], Rescued | None]] = {}


def sign_writer(person_id: int) -> str:
    """Return what a form carries to remember for whom it was opened."""
    return _seal().dumps(person_id)


def writer_of(token: str) -> int | None:
    """Return whose form it was, or None when nobody can tell any more."""
    try:
        person_id = _seal().loads(token, max_age=KEPT)
    except BadData:
        return None
    return person_id if isinstance(person_id, int) else None


def attempt() -> Rescued | None:
    """Keep the text that was sent, for the one who wrote it, whoever is signed in now."""
    rescuer = rescuers.get(request.endpoint or "") if request.method == "POST" else None
    person_id = writer_of(request.form.get("writer", "")) if rescuer else None
    if rescuer is None or person_id is None:
        return None
    kept = rescuer(person_id)
    if kept is None:
        database.abandon()
    else:
        database.finish()
    return kept


def _seal() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="writer of a form")
