"""The history of an idea as the page prints it: roles, never names."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from markupsafe import Markup, escape

from ideas.core.i18n import Lazy, _, _l, day
from ideas.ideation.figures import working_days_left
from ideas.ideation.models import Ball, Idea
from ideas.ideation.queries import steps_of
from ideas.ideation.queries.corrections import corrections_among
from ideas.people.models import Person, Role
from ideas.process.events import EVENTS
from ideas.process.models import Entry
from ideas.process.queries import visible_reason

ROLES: dict[str, Lazy | str] = {role.value: role.label for role in Role} | {
    "author": Ball.AUTHOR.label,
    "owner": Ball.OWNER.label,
    "system": _l("The house itself"),
    "guest": _l("Guest"),
}


class Step(NamedTuple):
    """One entry of the timeline; `mark` says that its reason was corrected later."""

    what: str
    when: datetime
    who: str
    reason_html: Markup | None
    note: str = ""
    mark: str = ""
    correct_url: str | None = None


# Rooms above lead from an entry to its correction, without being known here.
Lead = Callable[[Idea, Person, Entry], str | None]
correcting: list[Lead] = []


def history_of(idea: Idea, person: Person) -> list[Step]:
    """Return what happened to the idea, the oldest first."""
    entries = [entry for entry in steps_of(idea) if entry.event in EVENTS]
    corrections = corrections_among(entries) if idea.correction_count else {}
    by_sequence = {entry.sequence: entry for entry in entries}
    return [
        Step(
            what=str(EVENTS[entry.event].sentence),
            when=entry.effective_at,
            who=str(ROLES.get(entry.actor_role, "")),
            reason_html=_paragraphs(visible_reason(entry.reason)),
            note=_note(entry, by_sequence),
            mark=_mark(corrections.get(entry.sequence)),
            correct_url=None
            if entry.sequence in corrections
            else _correct_url(idea, person, entry),
        )
        for entry in entries
    ]


def left_after_pause(idea: Idea) -> int:
    """Return how many working days the promise has left when its pause ends."""
    if idea.paused_on is None:
        return 0
    return working_days_left(idea.paused_until, idea.paused_on)


def _note(entry: Entry, by_sequence: Mapping[int, Entry]) -> str:
    """Return both days of a promise that was put off, or what a correction is about."""
    details = entry.details
    if "was" in details and "until" in details:
        was, until = (day(date.fromisoformat(details[name])) for name in ("was", "until"))
        return _("Promised until %(was)s before, until %(until)s now.", was=was, until=until)
    old = by_sequence.get(details.get("corrects", 0))
    if old is None:
        return ""
    sentence = EVENTS[old.event].sentence
    return _("It is about: %(what)s (%(day)s)", what=sentence, day=day(old.effective_at))


def _mark(correction: Entry | None) -> str:
    return _("corrected on %(day)s", day=day(correction.effective_at)) if correction else ""


def _correct_url(idea: Idea, person: Person, entry: Entry) -> str | None:
    return next((url for lead in correcting if (url := lead(idea, person, entry))), None)


def _paragraphs(text: str) -> Markup | None:
    """Return plain text as escaped paragraphs."""
    parts = [part for part in text.split("\n\n") if part.strip()]
    lines = [Markup("<br>").join(escape(line) for line in part.splitlines()) for part in parts]
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines) if lines else None
