"""Opening a sealed name: one asks with a reason, another agrees, each reading is recorded."""

from datetime import timedelta

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.core.plain_text import visible_length
from ideas.ideation import events, rules
from ideas.ideation.models import Idea, Reveal
from ideas.ideation.queries import current_reveal, person_behind
from ideas.ideation.sealing import voice
from ideas.people.models import Person
from ideas.process.events import Why

SHORTEST_REASON = 20
LASTS = timedelta(days=14)


def ask_reveal(idea: Idea, reason: str, *, actor: Person) -> Reveal:
    """Ask for the name behind one idea.

    Raises:
        Invalid: the reason is too short.
        NotPossible: there is a request already.
    """
    rules.may_ask_reveal.require(actor, idea)
    if visible_length(reason) < SHORTEST_REASON:
        raise Invalid(_("Please give a reason of at least 20 characters."))
    if current_reveal(idea) is not None:
        raise NotPossible(_("There is a request for this name already."))
    reveal = Reveal(idea=idea, reason=reason, asked_by=actor, asked_at=clock.now())
    session.add(reveal)
    session.flush()
    events.reveal_asked.record(reveal, actor=actor, why=Why(internal=reason), idea=idea.id)
    return reveal


def grant_reveal(reveal: Reveal, *, actor: Person) -> None:
    """Agree, as another person than the one who asked: the name may be read for two weeks."""
    rules.may_grant_reveal.require(actor, reveal)
    _answer(reveal, actor, granted=True)
    events.reveal_granted.record(reveal, actor=actor, idea=reveal.idea_id)


def refuse_reveal(reveal: Reveal, *, actor: Person) -> None:
    """Leave the name sealed."""
    rules.may_grant_reveal.require(actor, reveal)
    _answer(reveal, actor, granted=False)
    events.reveal_refused.record(reveal, actor=actor, idea=reveal.idea_id)


def consent_to_reveal(reveal: Reveal, *, actor: Person) -> None:
    """Agree, as the author, that chair and data protection read the name."""
    rules.may_consent.require(actor, reveal)
    _answer(reveal, voice(actor, reveal.idea), granted=True)
    events.reveal_consented.record(reveal, actor=actor, idea=reveal.idea_id)


def read_name(reveal: Reveal, *, actor: Person) -> Person:
    """Open the seal once; the reading is recorded and the author hears of it.

    Raises:
        NotPossible: nobody has agreed, the two weeks are over, or the author has given the name.
    """
    rules.may_open_reveal.require(actor, reveal)
    if not reveal.is_in_force or reveal.idea.seal is None:
        raise NotPossible(_("The name cannot be read, or not any more."))
    events.reveal_opened.record(reveal, actor=actor, idea=reveal.idea_id)
    return person_behind(reveal.idea)


def _answer(reveal: Reveal, answered_by: Person, *, granted: bool) -> None:
    if not reveal.is_open:
        raise NotPossible(_("This request has been answered already."))
    reveal.answered_by_id, reveal.answered_at = answered_by.id, clock.now()
    if answered_by.is_pseudonym:
        reveal.answered_at = clock.beginning_of_day(reveal.answered_at)
    reveal.granted_until = clock.today() + LASTS if granted else None
