"""The rows of the people who bring an idea together with its author, or help before."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _lp
from ideas.ideation.models.idea import Idea
from ideas.people.models import Person

STILL_OPEN = text("ended_at IS NULL")


class Part(Labelled):
    """As what a person takes part in an idea, or is asked to."""

    COAUTHOR = "coauthor", _lp("part", "co-author")
    AUTHOR = "author", _lp("part", "author")
    WRITER = "writer", _lp("part", "wrote it down")


class CoauthorStatus(Labelled):
    """How far it is with somebody's part in an idea."""

    INVITED = "invited", _lp("co-author", "invited")
    ASKED = "asked", _lp("co-author", "wants to join")
    ACCEPTED = "accepted", _lp("co-author", "takes part")
    DECLINED = "declined", _lp("co-author", "has declined")
    REFUSED = "refused", _lp("co-author", "was refused")
    WITHDRAWN = "withdrawn", _lp("co-author", "withdrawn")
    LAPSED = "lapsed", _lp("co-author", "lapsed")
    LEFT = "left", _lp("co-author", "has left")


class Coauthor(Base):
    """Somebody's part in an idea, one row for each; `took_part` stays when she leaves.

    `message` is what the person says with a request or an answer, `reply` what the author says.
    """

    __tablename__ = "coauthor"
    __table_args__ = (
        UniqueConstraint("idea_id", "person_id"),
        Index("ix_coauthor_person", "person_id", "status", "idea_id"),
        Index("ix_coauthor_status", "status", "status_since"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    part: Mapped[Part] = mapped_column(Stored(Part), default=Part.COAUTHOR)
    status: Mapped[CoauthorStatus] = mapped_column(Stored(CoauthorStatus))
    status_since: Mapped[datetime]
    took_part: Mapped[bool] = mapped_column(default=False)
    message: Mapped[str] = mapped_column(Text, default="")
    reply: Mapped[str] = mapped_column(Text, default="")

    idea: Mapped[Idea] = relationship()
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class Coaching(Base):
    """A colleague was asked in private to look at a draft; ends at the latest with the hand-in."""

    __tablename__ = "coaching"
    __table_args__ = (
        Index(
            "uq_coaching_open",
            "idea_id",
            unique=True,
            sqlite_where=STILL_OPEN,
            postgresql_where=STILL_OPEN,
        ),
        Index("ix_coaching_idea", "idea_id", "id"),
        Index("ix_coaching_person", "person_id", "ended_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    question: Mapped[str] = mapped_column(Text, default="")
    remark: Mapped[str] = mapped_column(Text, default="")
    asked_at: Mapped[datetime]
    remarked_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    idea: Mapped[Idea] = relationship()
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
