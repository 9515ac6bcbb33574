"""The rows of the ways beside the main one: another office, the fast lane, an objection, an event.

An idea takes each of them at most once at a time; what has ended stays for the record.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _lp
from ideas.ideation.models.idea import Idea
from ideas.people.models import Person, Unit
from ideas.process.models import BigId, Json

IS_OPEN = text("ended_at IS NULL")  # as text, so that the partial index is found
MAX_OFFICE = 200


class Addressee(Labelled):
    """Which kind of office an idea is sent on to."""

    AGENCY = "agency", _lp("addressee", "Federal Employment Agency")
    MUNICIPALITY = "municipality", _lp("addressee", "municipality")
    STATE = "state", _lp("addressee", "Land")
    OTHER = "other", _lp("addressee", "another office")


class TrackStage(Labelled):
    """How far a fix in the fast lane is."""

    PROPOSED = "proposed", _lp("fast lane", "waits for the unit")
    AGREED = "agreed", _lp("fast lane", "agreed, in work")
    DONE = "done", _lp("fast lane", "done")
    REFUSED = "refused", _lp("fast lane", "refused by the unit")
    CALLED_IN = "called_in", _lp("fast lane", "called in by the steering group")
    LAPSED = "lapsed", _lp("fast lane", "not done in time")


class ObjectionGround(Labelled):
    """What an objection has to name."""

    NEW_FACT = "new_fact", _lp("objection", "There is a new fact that was not known.")
    ERROR = "error", _lp("objection", "The decision rests on an error.")


class Verdict(Labelled):
    """How an objection ended."""

    STANDS = "stands", _lp("objection", "The decision stands.")
    REOPENED = "reopened", _lp("objection", "The idea is taken up anew.")
    OVERTAKEN = "overtaken", _lp("objection", "The idea came back before the answer.")


class Forwarding(Base):
    """An idea that lies with another office, and the day on which the house asks again."""

    __tablename__ = "forwarding"
    __table_args__ = (
        Index(
            "uq_forwarding_open",
            "idea_id",
            unique=True,
            sqlite_where=IS_OPEN,
            postgresql_where=IS_OPEN,
        ),
        Index("ix_forwarding_due", "ended_at", "ask_again_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)
    addressee: Mapped[Addressee] = mapped_column(Stored(Addressee))
    office: Mapped[str] = mapped_column(String(MAX_OFFICE))
    forwarded_at: Mapped[datetime]
    ask_again_on: Mapped[date]
    ended_at: Mapped[datetime | None]

    idea: Mapped[Idea] = relationship()


class FastTrack(Base):
    """A small fix that the responsible unit does at once; the steering group may call it in."""

    __tablename__ = "fast_track"
    __table_args__ = (
        Index(
            "uq_fast_track_open",
            "idea_id",
            unique=True,
            sqlite_where=IS_OPEN,
            postgresql_where=IS_OPEN,
        ),
        Index("ix_fast_track_responsible", "responsible_id", "ended_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    responsible_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    plan: Mapped[str] = mapped_column(Text)
    stage: Mapped[TrackStage] = mapped_column(Stored(TrackStage))
    proposed_at: Mapped[datetime]
    agreed_at: Mapped[datetime | None]
    call_in_until: Mapped[date | None]
    done_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    idea: Mapped[Idea] = relationship(backref=backref("fast_tracks", order_by="FastTrack.id"))
    unit: Mapped[Unit] = relationship()
    responsible: Mapped[Person] = relationship()


class Objection(Base):
    """An author's word against a decision, once for each; others than those decide who did."""

    __tablename__ = "objection"
    __table_args__ = (Index("ix_objection_open", "ended_at", "answer_until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)
    entry_sequence: Mapped[int] = mapped_column(BigId, ForeignKey("entry.sequence"), unique=True)
    ground: Mapped[ObjectionGround] = mapped_column(Stored(ObjectionGround))
    decided_by: Mapped[list[int]] = mapped_column(Json)
    made_at: Mapped[datetime]
    answer_until: Mapped[date]
    verdict: Mapped[Verdict | None] = mapped_column(Stored(Verdict))
    ended_at: Mapped[datetime | None]

    idea: Mapped[Idea] = relationship(backref=backref("objections", order_by="Objection.id"))


class EventTag(Base):
    """Something that deferred ideas wait for: a release of a program, a change of a law."""

    __tablename__ = "event_tag"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    made_at: Mapped[datetime]
    released_at: Mapped[datetime | None]


class IdeaTag(Base):
    """A deferred idea waits for an event."""

    __tablename__ = "idea_tag"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    tag_id: Mapped[int] = mapped_column(ForeignKey("event_tag.id"), primary_key=True, index=True)
