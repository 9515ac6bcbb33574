"""The request's way through the house: refuse early, open the session, answer once, commit."""

import re
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

from flask import Flask, Response, abort, g, redirect, request
from werkzeug.routing import IntegerConverter, UnicodeConverter

from ideas.core import database, replay, settings
from ideas.core.i18n import speak

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FIRST_ERROR = 400
FORBIDDEN = re.compile("[\x00\ud800-\udfff]")
KEY = re.compile(r"[0-9a-zA-Z-]{8,64}")
MAX_ID_DIGITS = 18
MAX_PAGE = 10_000
MAX_BODY = 2_000_000
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
    " base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
View = TypeVar("View", bound=Callable[..., Any])


class IdConverter(IntegerConverter):
    """An id in an address: plain digits, short enough for every database."""

    regex = rf"[0-9]{{1,{MAX_ID_DIGITS}}}"


class NumberConverter(UnicodeConverter):
    """A public number in an address, such as 2026-0042."""

    regex = r"[0-9]{4}-[0-9]{4,9}"


class App(Flask):
    """A Flask that commits before it answers and answers a repeated form like the first one."""

    def dispatch_request(self) -> Response:
        """Run the view; below 400 commit, else undo."""
        sending = _sending()
        if sending and (location := replay.claim(sending)) is not None:
            database.abandon()
            return redirect(location or request.path, 303)  # type: ignore[return-value]
        response = self.make_response(super().dispatch_request())
        if response.status_code >= FIRST_ERROR:
            database.abandon()
            return response
        if sending:
            replay.keep(sending, response.location or "")
        if request.method not in SAFE:
            database.finish()
        return response


def wire(app: App) -> None:
    """Hang the way of a request into the application."""
    app.url_map.converters |= {"id": IdConverter, "number": NumberConverter}
    app.before_request(_refuse_early)
    app.before_request(_open_session)
    app.teardown_request(lambda _error: database.close_session())
    app.after_request(_set_headers)


def without_replay(view: View) -> View:
    """Mark a view whose effects outlive refusals, such as signing in."""
    view.without_replay = True  # type: ignore[attr-defined]  # a mark on a function
    return view


def with_large_body(size: int) -> Callable[[View], View]:
    """Mark a view that takes files: so many bytes may come at once."""

    def mark(view: View) -> View:
        view.largest_body = size  # type: ignore[attr-defined]  # a mark on a function
        return view

    return mark


def download(content: bytes, *, name: str, media_type: str) -> Response:
    """Return a file to be saved: no browser runs or shows it within this house."""
    response = Response(content, mimetype=media_type)
    plain = name.encode("ascii", "replace").decode().replace('"', "_").replace("?", "_")
    quoted = quote(name, safe="")
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quoted}"
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def wants_fragment() -> bool:
    """Say whether only the changed part of the page is wanted."""
    return request.headers.get("X-Fragment") == "1"


def page_number() -> int:
    """Return the page of a list that the address asks for, from 1."""
    text = request.args.get("seite", "1")
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= MAX_PAGE:
        return 1
    return int(text)


def safe_next(target: str | None, fallback: str) -> str:
    """Return the target if it is a page of this house, else the fallback."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return fallback
    parts = urlsplit(target)
    return fallback if parts.scheme or parts.netloc or "\\" in target else target


def absolute(path: str) -> str:
    """Return the public address of a page, whatever host the request named."""
    return settings.current().public_url + path


def _sending() -> replay.Sending | None:
    view = request.endpoint and _view(request.endpoint)
    key = request.form.get("request_key", "") if request.method == "POST" else ""
    if not KEY.fullmatch(key) or getattr(view, "without_replay", False):
        return None
    fields = sorted((k, v) for k, v in request.form.items(multi=True) if k != "csrf_token")
    content = repr((request.path, fields)).encode()
    return replay.Sending(key, str(g.get("sender", "")), content)


def _view(endpoint: str) -> object:
    from flask import current_app  # noqa: PLC0415 (the proxy exists only within a request)

    return current_app.view_functions.get(endpoint)


def _refuse_early() -> None:
    """Refuse what no database could hold and no person would type."""
    speak("de")  # until the guard knows the reader
    view = request.endpoint and _view(request.endpoint)
    request.max_content_length = getattr(view, "largest_body", None) or MAX_BODY
    try:
        request.path.encode()
        request.query_string.decode("ascii")
    except UnicodeError:
        abort(400)
    values = [request.path, *request.args, *request.args.values()]
    if request.method == "POST":
        values += [*request.form, *request.form.values()]
    if any(FORBIDDEN.search(value) for value in values):
        abort(400)


def _open_session() -> None:
    database.open_session(reading=request.method in SAFE)


def _set_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if settings.current().is_https:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.vary.add("Cookie")
    return response
