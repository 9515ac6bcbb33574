"""The history of an idea as the page prints it: roles, never names."""

from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup, escape

from ideas.core.i18n import Lazy, _l
from ideas.ideation.models import Ball, Idea
from ideas.ideation.queries import steps_of
from ideas.people.models import Role
from ideas.process.events import EVENTS
from ideas.process.queries import visible_reason

ROLES: dict[str, Lazy | str] = {role.value: role.label for role in Role} | {
    "author": Ball.AUTHOR.label,
    "owner": Ball.OWNER.label,
    "system": _l("The house itself"),
    "guest": _l("Guest"),
}


class Step(NamedTuple):
    """One entry of the timeline."""

    what: str
    when: datetime
    who: str
    reason_html: Markup | None


def history_of(idea: Idea) -> list[Step]:
    """Return what happened to the idea, the oldest first."""
    return [
        Step(
            what=str(EVENTS[entry.event].sentence),
            when=entry.effective_at,
            who=str(ROLES.get(entry.actor_role, "")),
            reason_html=_paragraphs(visible_reason(entry.reason)),
        )
        for entry in steps_of(idea)
        if entry.event in EVENTS
    ]


def _paragraphs(text: str) -> Markup | None:
    """Return plain text as escaped paragraphs."""
    parts = [part for part in text.split("\n\n") if part.strip()]
    lines = [Markup("<br>").join(escape(line) for line in part.splitlines()) for part in parts]
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines) if lines else None
