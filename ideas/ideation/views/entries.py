"""The lines of a list of ideas; a word is translated once for the page, not once for the line."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from flask import url_for

from ideas.core.enums import Labelled
from ideas.core.i18n import _, day
from ideas.ideation.models import ProjectStatus, Status
from ideas.ideation.queries.passages import Found, Passage

NOTHING: Mapping[int, Found] = MappingProxyType({})
KINDS: dict[Labelled, str] = {
    Status.SUBMITTED: "info",
    Status.SCREENING: "info",
    Status.QUERY: "warning",
    Status.SCORING: "info",
    Status.SELECTED: "success",
    Status.FAST_TRACK: "success",
    Status.DONE: "success",
    Status.FORWARDED: "warning",
    ProjectStatus.IN_WORK: "success",
    ProjectStatus.IN_GATE: "success",
    ProjectStatus.PARKED: "warning",
    ProjectStatus.COMPLETED: "success",
}


class Entry(NamedTuple):
    """One idea in a list: its address, its state as word and kind of badge, what else is known."""

    url: str
    title: str
    state: str
    kind: str
    details: list[str]
    passages: Sequence[Passage] = ()


class Names(NamedTuple):
    """The names behind the ids that a row holds."""

    campaigns: Mapping[int, str]
    topics: Mapping[int, str]
    phases: Mapping[int, str]


def entries(rows: Iterable[Any], names: Names, found: Mapping[int, Found] = NOTHING) -> list[Entry]:
    """Return the lines for these rows, with what a search has found in them."""
    rows = list(rows)
    states = {row.project_status or row.status for row in rows}
    words = {state: str(state.label) for state in states}
    moved, supporters, comments = _("moved on"), _("Supporters"), _("Comments")
    home = url_for("ideation.ideas")
    lines = []
    for row in rows:
        state = row.project_status or row.status
        details = [
            row.number,
            names.phases.get(row.phase_id, ""),
            names.campaigns.get(row.campaign_id, ""),
            names.topics.get(row.topic_id, ""),
            f"{moved} {day(row.moved_at)}",
            f"{supporters}: {row.support_count}" if row.support_count else "",
            f"{comments}: {row.comment_count}" if row.comment_count else "",
        ]
        url = f"{home}/{row.number}"
        kind = KINDS.get(state, "neutral")
        title, passages = found.get(row.id) or (row.title, ())
        known = [text for text in details if text]
        lines.append(Entry(url, title, words[state], kind, known, passages))
    return lines
