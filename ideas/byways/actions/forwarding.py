"""An idea goes to another office, and what is answered there comes back."""

from datetime import date

from ideas.byways import events, rules, workflow
from ideas.byways.actions.objecting import end_overtaken
from ideas.byways.actions.words import require_words
from ideas.byways.queries import find_forwarding
from ideas.core import clock
from ideas.core.errors import NotPossible
from ideas.ideation.actions.waiting import Destination, check_day, check_destination, send_on
from ideas.ideation.models import Forwarding, Idea
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply
from ideas.programme.actions.reasons import require_filled, whole_reason
from ideas.steering.actions.screening import begin_anew
from ideas.steering.queries import lock


def forward_idea(
    idea: Idea, destination: Destination, reason: str, *, change: str, actor: Person
) -> Forwarding:
    """Send an idea in the screening to the office that can decide it.

    Raises:
        Invalid: the reason is not whole, the office has no name, or the day is out of range.
    """
    lock(idea)
    rules.may_forward.require(actor, idea)
    public = whole_reason(reason, change)
    check_destination(destination)
    apply(workflow.forward, idea, actor=actor, why=Why(public=public))
    begin_anew(idea)
    return send_on(idea, destination)


def note_answer(idea: Idea, answer: str, *, take_back: bool = False, actor: Person) -> None:
    """Enter what the other office said; the idea stays there, or it is screened again.

    Raises:
        Invalid: the answer is missing.
    """
    lock(idea)
    rules.may_keep_forwarding.require(actor, idea)
    require_words(answer)
    require_filled(answer)
    forwarding = _open_forwarding(idea)
    step = workflow.take_back if take_back else workflow.note_answer
    apply(step, idea, actor=actor, why=Why(public=answer))
    forwarding.ended_at = clock.now()
    if take_back:
        end_overtaken()


def ask_again(idea: Idea, day: date, *, actor: Person) -> None:
    """Note that the office was asked again, and when it will be asked next.

    Raises:
        Invalid: the day is out of range.
        NotPossible: the idea does not lie with another office.
    """
    lock(idea)
    rules.may_keep_forwarding.require(actor, idea)
    forwarding = _open_forwarding(idea)
    check_day(day)
    forwarding.ask_again_on = day
    idea.moved_at = clock.now()
    events.asked_again.record(idea, actor=actor, until=day.isoformat())


def _open_forwarding(idea: Idea) -> Forwarding:
    forwarding = find_forwarding(idea)
    if forwarding is None or forwarding.ended_at:
        raise NotPossible(workflow.office_has_not_answered(idea))
    return forwarding
