"""The journal, its reasons and the notices it leads to."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _l, _lp

Json = JSON().with_variant(JSONB(), "postgresql")
BigId = BigInteger().with_variant(Integer(), "sqlite")
OPEN_MAIL = "mail = 'pending'"


class Because(Labelled):
    """Why somebody is told; the strongest comes first in an event's list."""

    ACCOUNT = "account", _l("it is about your account")
    AUTHOR = "author", _l("it is your idea")
    COMPANY = "company", _l("you take part in the idea, were asked to or asked for it")
    TASK = "task", _l("it is your task")
    OWNER = "owner", _l("you are responsible for the project")
    MENTION = "mention", _l("somebody mentioned you")
    COMMENTER = "commenter", _l("you commented on the idea")
    REPORTER = "reporter", _l("you reported it")
    SUPPORTER = "supporter", _l("you support the idea")
    FOLLOWER = "follower", _l("you follow the idea")
    CALL = "call", _l("you can take part in the campaign")
    CAMPAIGN = "campaign", _l("you follow the campaign")
    TOPIC = "topic", _l("you follow the topic")


class MailState(Labelled):
    """What became of a notice's mail."""

    NONE = "none", _lp("mail", "no mail")
    PENDING = "pending", _lp("mail", "waiting")
    SENT = "sent", _lp("mail", "sent")
    FAILED = "failed", _lp("mail", "failed")
    WITHDRAWN = "withdrawn", _lp("mail", "withdrawn")


class Entry(Base):
    """One thing that happened; never changed, never deleted, chained to the one before."""

    __tablename__ = "entry"
    __table_args__ = (Index("ix_entry_subject", "subject_kind", "subject_id", "sequence"),)

    sequence: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    event: Mapped[str] = mapped_column(String(60))
    from_status: Mapped[str | None] = mapped_column(String(40))
    to_status: Mapped[str | None] = mapped_column(String(40))
    phase: Mapped[str | None] = mapped_column(String(40))
    actor_id: Mapped[int]
    actor_role: Mapped[str] = mapped_column(String(40))
    effective_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    details: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    commitment: Mapped[str | None] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

    reason: Mapped["Reason | None"] = relationship(back_populates="entry")
    notices: Mapped[list["Notice"]] = relationship(back_populates="entry")


class Reason(Base):
    """Why something happened: a text for its readers and one for the inner circle."""

    __tablename__ = "reason"

    entry_sequence: Mapped[int] = mapped_column(ForeignKey("entry.sequence"), primary_key=True)
    public: Mapped[str] = mapped_column(Text, default="")
    internal: Mapped[str] = mapped_column(Text, default="")
    salt: Mapped[bytes] = mapped_column(LargeBinary(16))
    visible_from: Mapped[datetime | None]

    entry: Mapped[Entry] = relationship(back_populates="reason")


class Head(Base):
    """The end of the chain: one row, locked while the chain grows."""

    __tablename__ = "head"

    id: Mapped[int] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(BigId)
    hash: Mapped[str] = mapped_column(String(64))


class Notice(Base):
    """What one person is told of one entry: the line in the inbox and its mail."""

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("entry_sequence", "person_id"),
        Index("ix_notice_inbox", "person_id", "read_at", "id"),
        Index(
            "ix_notice_due",
            "due_at",
            sqlite_where=text(OPEN_MAIL),
            postgresql_where=text(OPEN_MAIL),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    entry_sequence: Mapped[int] = mapped_column(ForeignKey("entry.sequence"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    because: Mapped[Because] = mapped_column(Stored(Because))
    read_at: Mapped[datetime | None]
    mail: Mapped[MailState] = mapped_column(Stored(MailState), default=MailState.NONE)
    message_id: Mapped[str | None] = mapped_column(String(120), unique=True)
    due_at: Mapped[datetime | None]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    last_error: Mapped[str | None] = mapped_column(Text)

    entry: Mapped[Entry] = relationship(back_populates="notices")
