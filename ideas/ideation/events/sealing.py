"""What happens to an anonymous idea and to its seal, and who hears of it."""

from typing import Any

from sqlalchemy import Select, select

from ideas.core.i18n import _l
from ideas.ideation.events.audiences import (
    author,
    author_event,
    idea_event,
    to_chairs,
    to_coordinators_inbox,
    to_followers,
    voice_beside,
)
from ideas.ideation.models import Reveal
from ideas.ideation.rules import may_read_reveal
from ideas.people.models import Person, Role
from ideas.people.queries import holding
from ideas.process.events import Audience, Event
from ideas.process.models import Because


def data_protection(_subject: object) -> Select[Any]:
    """Select who looks after data protection."""
    return select(Person).where(Person.id.in_(holding(Role.DATA_PROTECTION)))


def sealed_author(reveal: Reveal) -> Select[Any]:
    """Select the pseudonym of the author whose name is asked for."""
    return author(reveal.idea)


def reveal_event(name: str, sentence: Any, *tells: Audience, **more: Any) -> Event:
    """Declare something that happens to a request for a sealed name."""
    return Event(name, Reveal, sentence, may_read_reveal, tells, **more)


to_data_protection = Audience(Because.TASK, data_protection)
to_data_protection_inbox = Audience(Because.TASK, data_protection, mailed=False)
to_sealed_author = Audience(Because.AUTHOR, sealed_author)
to_sealed_author_inbox = Audience(Because.AUTHOR, sealed_author, mailed=False)

posted = author_event("idea.posted", _l("The idea lies in the letter box."))
unposted = author_event("idea.unposted", _l("The idea was taken out of the letter box."))
unsealed = idea_event(
    "idea.unsealed", _l("The author has given the name."), to_coordinators_inbox, to_followers
)
reveal_asked = reveal_event(
    "reveal.asked", _l("Somebody asks for a sealed name."), to_data_protection, to_sealed_author
)
reveal_granted = reveal_event(
    "reveal.granted",
    _l("Data protection has agreed to open a sealed name."),
    to_sealed_author,
    to_chairs,
)
reveal_refused = reveal_event(
    "reveal.refused",
    _l("Data protection has refused to open a sealed name."),
    to_sealed_author,
    to_chairs,
)
reveal_consented = reveal_event(
    "reveal.consented",
    _l("The author has agreed that the sealed name is opened."),
    to_chairs,
    to_data_protection_inbox,
    seen_as=voice_beside,
)
reveal_opened = reveal_event(
    "reveal.opened",
    _l("A sealed name was read."),
    to_sealed_author_inbox,
    to_data_protection_inbox,
)
