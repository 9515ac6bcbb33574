"""Keeps data of clients out of what people type: nothing certain is stored, the rest is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flask import request
from sqlalchemy import insert, update
from sqlalchemy.orm import Mapped, mapped_column
from wtforms import HiddenField, PasswordField, StringField

from ideas.core import client_data, settings
from ideas.core.client_data import Finding, Kind
from ideas.core.database import Base, session
from ideas.core.enums import Stored
from ideas.core.i18n import _

if TYPE_CHECKING:
    from ideas.core.forms import Form

ALL = frozenset({"*"})
BLACKEN, DISMISS, EVERYTHING = "schwaerzen", "kein-sozialdatum", "alles"
AROUND = 60
MOST_SHOWN = 20


class DismissedFinding(Base):
    """How often people said of a kind of finding that it is none; no person, no text."""

    __tablename__ = "dismissed_finding"

    kind: Mapped[Kind] = mapped_column(Stored(Kind), primary_key=True)
    count: Mapped[int]


@dataclass(frozen=True)
class Doubt:
    """A finding as the page shows it: in the words around it, with the value of its buttons."""

    finding: Finding
    before: str
    found: str
    after: str
    value: str


@dataclass
class Guard:
    """What was found in a field, and what the person said of earlier findings."""

    doubts: list[Doubt] = field(default_factory=list)
    dismissed: dict[str, Finding] = field(default_factory=dict)

    @property
    def shown(self) -> list[Doubt]:
        """Return the findings that are shown one by one; the others go with all of them."""
        return self.doubts[:MOST_SHOWN]

    @property
    def kinds(self) -> str:
        """Name what was found; beside something certain, only that."""
        named = [doubt.finding for doubt in self.doubts]
        named = [finding for finding in named if finding.certain] or named
        return ", ".join(dict.fromkeys(str(finding.kind.label) for finding in named))

    @property
    def is_certain(self) -> bool:
        """Say whether anything found is certain."""
        return any(doubt.finding.certain for doubt in self.doubts)


def search(form: "Form") -> list[Any]:
    """Black out what was chosen, and return the fields in which something is left."""
    fields = list(_guarded(form))
    for one in fields:
        one.guard = _search_one(one, warns=form.warns)
    _count(finding.kind for one in fields for finding in one.guard.dismissed.values())
    return [one for one in fields if one.guard.doubts]


def complain(fields: Iterable[Any]) -> bool:
    """Say beside each field what was found in it; return whether there is none."""
    clean = True
    for one in fields:
        sentence = (
            _("This is data of clients: %(kinds)s. Please black it out.")
            if one.guard.is_certain
            else _("This could be data of clients: %(kinds)s. Please look at it.")
        )
        one.errors = [*one.errors, sentence % {"kinds": one.guard.kinds}]
        clean = False
    return clean


def _guarded(form: "Form") -> Iterable[Any]:
    """Yield the fields into which people write."""
    for one in form:
        is_text = isinstance(one, StringField) and not isinstance(one, HiddenField | PasswordField)
        if is_text and not form.unguarded & {one.short_name, *ALL}:
            yield one


def _search_one(one: Any, *, warns: bool) -> Guard:
    found = _find(one.data)
    chosen = _chosen(one, found)
    if chosen:
        one.data = client_data.black_out(one.data, chosen)
        found = _find(one.data)
    known = {finding.mark(one.object_data) for finding in _find(one.object_data)}
    answers = set(request.form.getlist(DISMISS))
    guard = Guard()
    for finding in found:
        mark = finding.mark(one.data)
        value = f"{one.name}:{mark}"
        if finding.certain:
            guard.doubts.append(_doubt(one.data, finding, value))
        elif value in answers:
            guard.dismissed[value] = finding
        elif warns and mark not in known:  # what was stored has been asked about before
            guard.doubts.append(_doubt(one.data, finding, value))
    return guard


def _find(text: object) -> list[Finding]:
    own = settings.current().mail_domains
    return client_data.find(text, own) if isinstance(text, str) and text else []


def _chosen(one: Any, found: list[Finding]) -> list[Finding]:
    """Return the findings whose button was pressed; all of them if it was the one for all."""
    pressed = request.form.get(BLACKEN)
    answers = set(request.form.getlist(DISMISS))
    values = [(finding, f"{one.name}:{finding.mark(one.data)}") for finding in found]
    if pressed == EVERYTHING:
        return [finding for finding, value in values if value not in answers]
    return [finding for finding, value in values if value == pressed]


def _doubt(text: str, finding: Finding, value: str) -> Doubt:
    before = text[max(0, finding.start - AROUND) : finding.start]
    after = text[finding.end : finding.end + AROUND]
    return Doubt(
        finding,
        "…" * (finding.start > AROUND) + before,
        text[finding.start : finding.end],
        after + "…" * (finding.end + AROUND < len(text)),
        value,
    )


def _count(kinds: Iterable[Kind]) -> None:
    """Count the answers "this is none" by kind, in the transaction that stores the text."""
    for kind in sorted(kinds):
        more = update(DismissedFinding).where(DismissedFinding.kind == kind)
        known = session.execute(
            more.values(count=DismissedFinding.count + 1).returning(DismissedFinding.kind)
        )
        if known.first() is None:
            session.execute(insert(DismissedFinding).values(kind=kind, count=1))
