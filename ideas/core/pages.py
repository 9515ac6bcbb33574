"""What every page has: helpers, cookies, static files, pages for what went wrong."""

import logging
import secrets

import flask_babel
from flask import Flask, Response, g, jsonify, render_template, request
from flask_wtf.csrf import CSRFError, CSRFProtect
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, SecurityError

from ideas.core import clock, database, i18n, keys, rescue, settings
from ideas.core.errors import Busy, DomainError
from ideas.core.forms import label_of, new_request_key
from ideas.core.i18n import _, _p
from ideas.core.web import FIRST_ERROR, MAX_BODY, wants_fragment

Answer = tuple[str | Response, int]
log = logging.getLogger(__name__)
SECRET = frozenset({"csrf_token", "request_key", "seen", "password", "again", "present"})
HELPERS = {
    "day": i18n.day,
    "moment": i18n.moment,
    "decimal": i18n.number,
    "file_size": i18n.file_size,
    "new_request_key": new_request_key,
}


def configure(app: Flask) -> None:
    """Set Flask up: keys, cookies, limits."""
    house = settings.current()
    prefix = "__Host-" if house.is_https else ""
    app.config.update(
        SECRET_KEY=keys.key("session"),
        SESSION_COOKIE_NAME=f"{prefix}sitzung",
        SESSION_COOKIE_SECURE=house.is_https,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=60 * 60 * 12,
        MAX_CONTENT_LENGTH=MAX_BODY,
        MAX_FORM_MEMORY_SIZE=MAX_BODY,
        TRUSTED_HOSTS=[house.host.rpartition(":")[0] or house.host, *settings.LOOPBACK],
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        BABEL_DEFAULT_LOCALE="de",
        BABEL_DEFAULT_TIMEZONE="Europe/Berlin",
        BABEL_TRANSLATION_DIRECTORIES="translations",
    )
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(HELPERS, house_name=house.house_name, today=clock.today)
    CSRFProtect(app)


def handle_errors(app: Flask) -> None:
    """Answer every fault with a page that says what happened and what to do."""
    app.register_error_handler(DomainError, _refused)
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(DBAPIError, _database_failed)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def speak(app: Flask) -> None:
    """Let templates and form messages speak the reader's language."""
    flask_babel.Babel(app, locale_selector=i18n.language)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # Jinja's extension
        _, i18n.counted, newstyle=True, pgettext=_p
    )


def error_page(page: str, status: int, **context: object) -> tuple[str, int]:
    """Render an error's page with what the person typed, on a session that only reads."""
    _read_only()
    return render_template(page, typed=_typed(), **context), status


def too_late(page: str, status: int) -> Answer:
    """Say that the form's time was over; a text that could be kept for its writer is kept."""
    kept = rescue.attempt()
    if kept is None:
        return error_page(page, status)
    if wants_fragment():
        return jsonify(kept), status
    _read_only()  # whoever sits here now does not read the text on this page
    return render_template(page, typed=[], kept=kept), status


def _read_only() -> None:
    """Go on with a session that only reads; the visitor is read anew by it."""
    database.open_session(reading=True)
    g.pop("_login_user", None)


def _typed() -> list[tuple[str, str]]:
    """Return the texts of the form that came under their labels, without tokens and passwords."""
    try:
        fields = request.form.items(multi=True)
    except RequestEntityTooLarge:
        return []
    shown = ((label_of(name), value) for name, value in fields if value and name not in SECRET)
    return [(label, value) for label, value in shown if label]


def _refused(error: DomainError) -> tuple[str, int] | Response:
    answer = error_page(error.page, error.status, message=error.message)
    if not isinstance(error, Busy):
        return answer
    response = Response(*answer)
    response.headers["Retry-After"] = "5"
    return response


def _form_expired(_error: CSRFError) -> Answer:
    return too_late("errors/form_expired.html", 400)


def _database_failed(error: DBAPIError) -> tuple[str, int] | Response:
    log.warning("database: %s", type(error.orig).__name__)
    _read_only()  # the sentence needs the reader's language, and so the reader
    return _refused(Busy(_("The database is busy. Please send it again in a moment.")))


def _http(error: HTTPException) -> tuple[str, int] | HTTPException:
    code = error.code or 500
    if isinstance(error, SecurityError):  # a foreign host: no address of ours could be written
        return error
    if code < FIRST_ERROR:
        return error
    known = {404: "errors/not_found.html", 403: "errors/not_allowed.html"}
    return error_page(known.get(code, "errors/bad_request.html"), code, message="")


def _unexpected(error: Exception) -> tuple[str, int]:
    reference = secrets.token_hex(4)
    log.error("fault %s at %s", reference, request.endpoint, exc_info=error)
    return error_page("errors/fault.html", 500, reference=reference)
