"""From which state to which, and what stands in the way: the only code that assigns a status."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ideas.core import clock
from ideas.core.errors import NotPossible
from ideas.core.i18n import Lazy, _
from ideas.people.models import Person
from ideas.process.events import Event, Why
from ideas.process.rules import Rule

Guard = Callable[[Any], str | None]


@dataclass(frozen=True)
class Transition:
    """One arrow of a lifecycle; a guard returns what is missing, or None."""

    name: str
    label: Lazy
    source: frozenset[StrEnum]
    target: StrEnum
    may: Rule
    event: Event
    guards: tuple[Guard, ...] = ()
    then: Callable[[Any], None] | None = None


def apply(
    transition: Transition, subject: Any, *, actor: Person, why: Why | None = None, **details: Any
) -> None:
    """Take the step: ask the right, check the state and the guards, change, record.

    Raises:
        NotAllowed: the person may not.
        NotPossible: the state or a guard forbids it; the message says why.
    """
    transition.may.require(actor, subject)
    if problems := list(obstacles(transition, subject)):
        raise NotPossible(" ".join(problems))
    before, subject.status = subject.status, transition.target
    subject.status_since = clock.now()
    if transition.then:
        transition.then(subject)
    moved = (str(before), str(transition.target))
    transition.event.record(subject, actor=actor, why=why, moved=moved, **details)


def begin(subject: Any, status: StrEnum) -> None:
    """Give a new thing its first status."""
    subject.status = status
    subject.status_since = clock.now()


def offered(transitions: Iterable[Transition], subject: Any, actor: Person) -> list[Transition]:
    """Return the steps whose button the person sees: right and state fit, guards may not yet."""
    return [
        transition
        for transition in transitions
        if subject.status in transition.source and transition.may(actor, subject)
    ]


def obstacles(transition: Transition, subject: Any) -> Iterable[str]:
    """Yield in sentences what stands in the way of the step."""
    if subject.status not in transition.source:
        yield _(
            "This is not possible any more: the state is now “%(state)s”.",
            state=str(subject.status.label),
        )
        return
    for guard in transition.guards:
        if problem := guard(subject):
            yield problem
