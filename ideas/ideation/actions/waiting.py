"""What an idea waits for outside the house's own steps: another office, or an event."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, select

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.ideation.models import Addressee, EventTag, Forwarding, Idea, IdeaTag


@dataclass(frozen=True)
class Destination:
    """Where an idea is sent on to, and when the house asks there again."""

    addressee: Addressee
    office: str
    ask_again_on: date


def check_destination(destination: Destination) -> None:
    """Let a destination pass that has a name and a day within a year.

    Raises:
        Invalid: one of them is missing or out of range.
    """
    if not destination.office.strip():
        raise Invalid(_("Please name the office."))
    check_day(destination.ask_again_on)


def check_day(day: date) -> None:
    """Let a day pass to which something is put off.

    Raises:
        Invalid: it is not after today, or more than a year ahead.
    """
    if not clock.today() < day <= clock.a_year_ahead():
        raise Invalid(_("Please choose a day within the next twelve months."))


def send_on(idea: Idea, destination: Destination) -> Forwarding:
    """Note where the idea lies from now on; the step itself is its caller's."""
    forwarding = Forwarding(
        idea_id=idea.id,
        addressee=destination.addressee,
        office=destination.office.strip(),
        ask_again_on=destination.ask_again_on,
        forwarded_at=clock.now(),
    )
    session.add(forwarding)
    return forwarding


def check_tags(tag_ids: Collection[int]) -> None:
    """Let events pass that exist and have not happened yet.

    Raises:
        Invalid: one is unknown or has happened.
    """
    waiting = select(func.count()).where(EventTag.id.in_(tag_ids), EventTag.released_at.is_(None))
    if tag_ids and session.scalar(waiting) != len(set(tag_ids)):
        raise Invalid(_("One of the events has happened meanwhile. Please choose again."))


def wait_for(idea: Idea, tag_ids: Collection[int]) -> None:
    """Let a deferred idea wait for these events; if one has happened it comes back at once."""
    session.execute(delete(IdeaTag).where(IdeaTag.idea_id == idea.id))
    tags = session.scalars(select(EventTag).where(EventTag.id.in_(tag_ids))).all()
    if any(tag.released_at for tag in tags):
        idea.deferred_until = clock.today()  # the worker takes it up with the next round
    session.add_all(IdeaTag(idea_id=idea.id, tag_id=tag.id) for tag in tags if not tag.released_at)


def stop_waiting(idea: Idea) -> None:
    """Forget date and events of an idea that is taken up again."""
    idea.deferred_until = None
    session.execute(delete(IdeaTag).where(IdeaTag.idea_id == idea.id))
