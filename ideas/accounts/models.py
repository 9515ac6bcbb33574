"""The rows behind signing in."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _l


class Purpose(Labelled):
    """What a one-time link is good for."""

    INVITATION = "invitation", _l("Invitation")
    RESET = "reset", _l("New password")


class Credential(Base):
    """The hash of a person's password."""

    __tablename__ = "credential"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    hash: Mapped[str] = mapped_column(String(200))
    changed_at: Mapped[datetime]


class SignIn(Base):
    """One stay of a person in the house, from signing in to signing out."""

    __tablename__ = "sign_in"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class FailedSignIn(Base):
    """A sign-in that did not succeed, counted per account and per address."""

    __tablename__ = "failed_sign_in"
    __table_args__ = (
        Index("ix_failed_sign_in_account", "account", "at"),
        Index("ix_failed_sign_in_address", "address", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(String(64))
    address: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class OneTimeLink(Base):
    """A mailed link: bound to a person and a purpose, stored hashed, good once and for a while."""

    __tablename__ = "one_time_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    nonce: Mapped[str] = mapped_column(String(32))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[Purpose] = mapped_column(Stored(Purpose))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
