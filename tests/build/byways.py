"""Ideas on the ways beside the main one, built by the actions that people call."""

from datetime import timedelta

from ideas.byways import actions
from ideas.byways.queries import get_tag
from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.ideation.actions.waiting import Destination
from ideas.ideation.models import Addressee, ObjectionGround
from ideas.people.models import Person
from ideas.people.queries import all_units
from ideas.process.transitions import Transition
from ideas.steering.actions import screening
from ideas.steering.models import Ground, Outcome
from tests.build import steering
from tests.build.steering import attempt
from tests.personas import person_named

REASON = "Vielen Dank! Über das Verfahren entscheidet die Bundesagentur; wir fragen dort nach."
CHANGE = "Das Verfahren müsste das Feld vorsehen."
PLAN = "Der Empfang hängt das Schild um und sagt allen Bescheid."
WORD = "Das ist seit heute erledigt, das Schild hängt."
OBJECTION = "Das Nachbarhaus arbeitet seit einem Jahr so; der Bericht liegt mir vor."
ANSWER = (
    "Vielen Dank für den Bericht. Wir haben ihn gelesen und mit dem Nachbarhaus lange gesprochen."
)


def destination(days: int = 30) -> Destination:
    """Another office, to be asked again in so many days."""
    day = clock.today() + timedelta(days=days)
    return Destination(Addressee.AGENCY, "Zentrale Nürnberg", day)


def forwarded(*, by: Person, title: str = "Feld im Fachverfahren", days: int = 30) -> str:
    """Return the number of an idea that clara sent to another office."""
    number, clara = steering.in_screening(by=by, title=title), person_named("clara")
    attempt(actions.forward_idea, number, destination(days), REASON, change=CHANGE, actor=clara)
    return number


def answered_gates(*, by: Person, title: str) -> str:
    """Return the number of an idea in the screening whose questions are all answered."""
    number, clara = steering.in_screening(by=by, title=title), person_named("clara")
    attempt(screening.save_screening, number, steering.all_gates(), seen=1, actor=clara)
    return number


def proposed(*, by: Person, title: str = "Schild am Empfang", to: str = "olaf") -> str:
    """Return the number of an idea for whose fix somebody was asked."""
    number, clara = answered_gates(by=by, title=title), person_named("clara")
    named = person_named(to)
    with transaction():
        unit = all_units()[0]
    propose = actions.propose_fast_track
    attempt(propose, number, PLAN, unit=unit, responsible=named, actor=clara)
    return number


def agreed(*, by: Person, title: str = "Schild am Empfang", to: str = "olaf") -> str:
    """Return the number of an idea whose fix the unit has agreed to."""
    number = proposed(by=by, title=title, to=to)
    attempt(actions.answer_fast_track, number, "", agrees=True, actor=person_named(to))
    return number


def done(*, by: Person, title: str = "Schild am Empfang") -> str:
    """Return the number of an idea that was done in the fast lane."""
    number = agreed(by=by, title=title)
    attempt(actions.finish_fast_track, number, WORD, actor=person_named("olaf"))
    return number


def closed(*, by: Person, title: str = "Eigene App", ground: Ground = Ground.KNOWN) -> str:
    """Return the number of an idea that clara closed in the screening."""
    number, clara = steering.in_screening(by=by, title=title), person_named("clara")
    attempt(screening.close_idea, number, REASON, ground, change=CHANGE, actor=clara)
    return number


def declined(*, by: Person, title: str = "Eigene App") -> str:
    """Return the number of an idea that doris released as declined."""
    return steering.decided(by=by, outcome=Outcome.DECLINE, title=title)


def object_to(number: str, *, by: Person, text: str = OBJECTION) -> None:
    """Let the author object."""
    attempt(actions.object_to, number, ObjectionGround.NEW_FACT, text, actor=by)


def answer(number: str, step: Transition | None = None, *, by: Person) -> None:
    """Let somebody answer the objection: the decision stands, or this step is taken."""
    attempt(actions.answer_objection, number, ANSWER, step, actor=by)


def tag(name: str = "IT-Release 2027.1", *, by: str = "clara") -> int:
    """Return the id of an event that ideas can wait for."""
    actor = person_named(by)
    with transaction():
        made = actions.make_tag(name, actor=actor)
        session.flush()
        return made.id


def deferred(*, by: Person, tags: tuple[int, ...] = (), title: str = "Nach dem Release") -> str:
    """Return the number of a deferred idea that waits for these events too."""
    number = steering.decided(by=by, outcome=Outcome.DEFER, title=title)
    attempt(actions.wait_for_events, number, tags, actor=person_named("clara"))
    return number


def release_tag(tag_id: int, *, by: str = "clara") -> int:
    """Let somebody say that the event has happened."""
    actor = person_named(by)
    with transaction():
        return actions.release_tag(get_tag(tag_id), actor=actor)
