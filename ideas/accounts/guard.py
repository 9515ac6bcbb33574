"""Who is acting? Nobody passes unsigned unless the page is listed as public."""

from flask import g, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user
from flask_login import login_user as _login
from flask_login import logout_user as _logout
from werkzeug.wrappers import Response

from ideas.accounts.queries import find_stay
from ideas.core import pages
from ideas.core.i18n import speak
from ideas.core.web import SAFE, App, wants_fragment
from ideas.people.models import Person

PUBLIC = frozenset(
    "static accounts.sign_in accounts.accept_invitation accounts.forgot_password"
    " accounts.reset_password programme.page programme.report_barrier home.healthz".split()
)


class Visitor(UserMixin):  # type: ignore[misc]  # Flask-Login carries no types
    """A signed-in person and the stay that the cookie names."""

    def __init__(self, token: str, person: Person) -> None:
        """Keep both for the length of the request."""
        self.token = token
        self.person = person

    @property
    def name(self) -> str:
        """Return the person's name, for the head of the page."""
        return self.person.name

    def get_id(self) -> str:
        """Return what the cookie holds."""
        return self.token


def install(app: App) -> None:
    """Stand at the door."""
    manager = LoginManager(app)
    manager.user_loader(_visitor)
    app.before_request(_deny_by_default)
    pages.speak(app)


def actor() -> Person:
    """Return the signed-in person."""
    person: Person = current_user.person
    return person


def visitor() -> Person | None:
    """Return the signed-in person, or None for a guest."""
    return current_user.person if current_user.is_authenticated else None


def let_in(token: str, person: Person) -> None:
    """Begin the browser's stay."""
    session.clear()
    session.permanent = True
    _login(Visitor(token, person))


def let_out() -> None:
    """End the browser's stay."""
    _logout()
    session.clear()


def _visitor(token: str) -> Visitor | None:
    person = find_stay(token)
    return Visitor(token, person) if person else None


def _deny_by_default() -> Response | pages.Answer | None:
    speak(_language())
    if request.endpoint is None or request.endpoint in PUBLIC:
        return None
    if current_user.is_authenticated:
        g.sender = str(current_user.person.id)
        return None
    if request.method in SAFE and not wants_fragment():
        return redirect(url_for("accounts.sign_in", weiter=request.full_path.rstrip("?")))
    return pages.too_late("errors/signed_out.html", 401)


def _language() -> str:
    """A guest reads German; who never signed in is not looked for."""
    person = visitor() if "_user_id" in session else None
    return person.language if person else "de"
