"""The main navigation: what each role finds in it."""

from dataclasses import dataclass

from flask import request, url_for
from flask_login import current_user

from ideas.accounts.rules import (
    everybody,
    is_administrator,
    is_chair,
    is_coordinator,
    is_data_protection,
    is_employee,
    is_member,
)
from ideas.core.i18n import Lazy, _l, language
from ideas.ideation.sealing import identities
from ideas.process.queries import unread_count
from ideas.process.rules import Rule


@dataclass(frozen=True)
class Entry:
    """A page in the navigation and who finds it there."""

    endpoint: str
    label: Lazy
    rule: Rule


@dataclass(frozen=True)
class Item:
    """An entry as the template prints it."""

    url: str
    label: str
    current: bool
    count: int = 0


ENTRIES = (
    Entry("home.start", _l("Start"), everybody),
    Entry("ideation.ideas", _l("Ideas"), is_employee),
    Entry("programme.campaigns", _l("Campaigns"), is_employee),
    Entry("maturation.board", _l("Projects"), is_employee),
    Entry("steering.screening_queue", _l("Screening"), is_coordinator | is_chair),
    Entry("steering.queue", _l("Score"), is_member),
    Entry("steering.rounds", _l("Rounds"), is_member | is_coordinator),
    Entry("steering.decisions", _l("Decisions"), is_chair),
    Entry("ideation.reveals", _l("Sealed names"), is_data_protection),
    Entry("accounts.people", _l("People"), is_administrator),
    Entry("notifications.outbox", _l("Outbox"), is_administrator),
)


def frame() -> dict[str, object]:
    """Return what the layout needs on every page."""
    if not current_user.is_authenticated:
        return {"locale": language(), "navigation": []}
    person = current_user.person
    inbox = Item(
        url_for("notifications.inbox"),
        str(_l("Inbox")),
        request.endpoint == "notifications.inbox",
        unread_count(identities(person)),
    )
    found = [
        Item(url_for(entry.endpoint), str(entry.label), request.endpoint == entry.endpoint)
        for entry in ENTRIES
        if entry.rule(person)
    ]
    return {"locale": language(), "navigation": found, "inbox": inbox}
