"""Promised days that pause, pass and are put off, built by the actions that people call."""

from datetime import date, datetime, time

from sqlalchemy import select

from ideas.core import clock
from ideas.core.clock import BERLIN
from ideas.core.database import session, transaction
from ideas.ideation.actions.talking import answer_query
from ideas.ideation.events import corrected
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_idea, steps_of
from ideas.notifications.delivery.letter import write_letter
from ideas.notifications.queries import subject_of
from ideas.people.models import Person
from ideas.process.models import Entry, MailState, Notice
from ideas.steering.actions.correcting import correct_reason
from ideas.steering.actions.promises import extend_promise, tell_overdue
from ideas.steering.actions.screening import ask_back
from tests.build import byways
from tests.build.ideation import as_system
from tests.personas import person_named

WHY = "Die Fachabteilung antwortet erst nach dem Umzug."
WORDING = (
    "Die Zuständigkeit liegt bei der Regionaldirektion; wir haben dort nachgefragt, Antwort folgt."
)
NOTE = "Wir hatten die falsche Stelle genannt."


def on(day: date):
    """Let it be noon of this day."""
    return clock.at(datetime.combine(day, time(12), BERLIN))


def ask(number: str, *, by: str = "clara") -> None:
    """Ask the author a question."""
    byways.attempt(ask_back, number, "Welche Briefe sind gemeint?", actor=person_named(by))


def answer(number: str, *, by: Person) -> None:
    """Answer it."""
    byways.attempt(answer_query, number, "Die vom Umzug.", actor=by)


def extend(number: str, until: date, *, by: str = "clara", why: str = WHY) -> None:
    """Put the promised day off."""
    actor = person_named(by)
    seen = now(number).ball_until or date.min
    byways.attempt(extend_promise, number, until, why, seen=seen, actor=actor)


def correct(number: str, sequence: int, *, by: str = "doris", wording: str = WORDING) -> None:
    """Correct a reason."""
    byways.attempt(correct_reason, number, sequence, wording, NOTE, actor=person_named(by))


def list_overdue() -> int:
    """Let the house tell what is overdue; return how many people were told."""
    system = as_system()
    with transaction():
        return tell_overdue(actor=system)


def reason_of_refusal(*, by: Person) -> dict[str, object]:
    """Return the address of the reason for which an idea was closed."""
    number = byways.closed(by=by, title="Zu berichtigen")
    return {"number": number, "sequence": last_reason(number).sequence}


def last_reason(number: str) -> Entry:
    """Return the last entry of an idea that bears a reason and corrects none."""
    return [one for one in steps(number) if one.reason and one.event != corrected.name][-1]


def steps(number: str) -> list[Entry]:
    """Return the entries of an idea's history, their reasons read."""
    with transaction():
        found = steps_of(now(number))
        assert all(one.reason is None or one.reason.public is not None for one in found)
        return found


def now(number: str) -> Idea:
    """Return the idea as it is stored now."""
    with transaction():
        return get_idea(number, reader=person_named("doris"))


def letters(app) -> dict[str, str]:
    """Write the waiting mails; return one for each event."""
    return {event: body for event, _person, body in _written(app)}


def letters_to(app, wanted: str) -> dict[int, str]:
    """Write the waiting mails of this event; return them by their readers."""
    return {person: body for event, person, body in _written(app) if event == wanted}


def _written(app) -> list[tuple[str, int, str]]:
    with app.app_context(), transaction():
        waiting = session.scalars(select(Notice).where(Notice.mail == MailState.PENDING)).all()
        found = []
        for notice in waiting:
            person, entry = session.get_one(Person, notice.person_id), notice.entry
            if not person.is_pseudonym:
                letter = write_letter(notice, subject_of(entry), person)
                body = f"{letter['Subject']}\n{letter.get_content()}"
                found.append((entry.event, person.id, body))
        return found
