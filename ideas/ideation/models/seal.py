"""The rows behind a sealed name: the one link to the person, and requests to open it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ideas.core import clock
from ideas.core.database import Base
from ideas.ideation.models.idea import Idea
from ideas.people.models import Person

# What the row of a sealed idea says of time is the day.
TIMES = "status_since ball_since created_at submitted_at published_at moved_at".split()


class SealedAuthor(Base):
    """The author of a sealed idea: encrypted for two roles, marked for the author's own view."""

    __tablename__ = "sealed_author"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    pseudonym_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    ciphertext: Mapped[bytes] = mapped_column(LargeBinary(64))
    nonce: Mapped[bytes] = mapped_column(LargeBinary(12))
    key_id: Mapped[str] = mapped_column(String(16))
    mark: Mapped[bytes] = mapped_column(LargeBinary(32))
    receipt_code: Mapped[str | None] = mapped_column(String(20))
    posted_on: Mapped[date | None] = mapped_column(index=True)


class Reveal(Base):
    """A request to open one sealed name: asked by one person, granted or refused by another."""

    __tablename__ = "reveal"

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)
    reason: Mapped[str] = mapped_column(Text)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    granted_until: Mapped[date | None]

    idea: Mapped[Idea] = relationship()
    asked_by: Mapped[Person] = relationship(foreign_keys=asked_by_id)

    @property
    def is_open(self) -> bool:
        """Say whether it waits for an answer."""
        return self.answered_at is None

    @property
    def is_in_force(self) -> bool:
        """Say whether the name may be read today."""
        return self.granted_until is not None and clock.today() <= self.granted_until


def _keep_days_only(_mapper: object, _connection: object, idea: Idea) -> None:
    """Blunt every time that the row of a sealed idea holds, whoever has set it."""
    if not idea.is_sealed:
        return
    for name in TIMES:
        moment = getattr(idea, name)
        if moment is not None:
            setattr(idea, name, clock.beginning_of_day(moment))


event.listen(Idea, "before_insert", _keep_days_only)
event.listen(Idea, "before_update", _keep_days_only)
