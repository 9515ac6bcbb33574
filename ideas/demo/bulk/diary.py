"""The journal of the bulk: entries collected in any order, sealed in the order of time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ideas.core.database import session
from ideas.people.models import Person
from ideas.process import journal
from ideas.process.events import SHOWN_ROLES


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened to one row."""

    at: datetime
    event: str
    subject: tuple[str, int]
    actor: tuple[int, str]
    moved: tuple[str | None, str | None] = (None, None)
    details: dict[str, Any] = field(default_factory=dict)
    public: str = ""
    internal: str = ""


class Diary:
    """What happened, until it is sealed."""

    def __init__(self) -> None:
        """Begin with empty pages."""
        self._lines: list[Line] = []

    def note(self, line: Line) -> None:
        """Write something down."""
        self._lines.append(line)

    def seal(self) -> None:
        """Hand everything to the journal, the oldest first."""
        journal.seal_rows(session(), self._rows())

    def _rows(self) -> Iterator[dict[str, Any]]:
        for line in sorted(self._lines, key=lambda line: line.at):
            yield {
                "subject_kind": line.subject[0],
                "subject_id": line.subject[1],
                "event": line.event,
                "from_status": line.moved[0],
                "to_status": line.moved[1],
                "phase": None,
                "actor_id": line.actor[0],
                "actor_role": line.actor[1],
                "recorded_at": line.at,
                "details": line.details,
                "public": line.public,
                "internal": line.internal,
            }


def acting(person: Person, author: Person | None = None) -> tuple[int, str]:
    """Return who acts and in which role: as the idea's author first."""
    if person is author:
        return person.id, "author"
    return person.id, next(role.value for role in SHOWN_ROLES if role in person.roles)
