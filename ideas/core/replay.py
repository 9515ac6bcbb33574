"""The same form token, sent any number of times, has one effect and one reply."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core import clock, keys
from ideas.core.database import Base, session
from ideas.core.errors import Invalid
from ideas.core.i18n import _

KEPT = timedelta(hours=72)  # from the beginning of the day, all that is kept of the time


class Reply(Base):
    """What the first sending of a form token was answered."""

    __tablename__ = "reply"

    key: Mapped[str] = mapped_column(primary_key=True)
    sender: Mapped[str]
    content: Mapped[str]
    location: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True)
class Sending:
    """One arrival of a form: its token, who sent it and what it held."""

    key: str
    sender: str
    content: bytes

    @property
    def sender_mark(self) -> str:
        """Return what recognises the sender; the row itself does not tell who it was."""
        text = f"reply:{self.key}:{self.sender}".encode()
        return hmac.new(keys.key("session"), text, hashlib.sha256).hexdigest()

    @property
    def digest(self) -> str:
        """Return the hash of what was sent."""
        return hashlib.sha256(self.content).hexdigest()


def claim(sending: Sending) -> str | None:
    """Take the token for this transaction, or return where its first sending was led.

    Raises:
        Invalid: the token was used by somebody else or with other content.
    """
    known = _find(sending.key)
    if known is None:
        known = _insert(sending)
    if known is None:
        return None
    if (known.sender, known.content) != (sending.sender_mark, sending.digest):
        raise Invalid(_("This form was used already. Please open the page again."))
    return known.location


def keep(sending: Sending, location: str) -> None:
    """Remember the reply in the transaction of its effect."""
    row = session.get(Reply, sending.key)  # claimed in this session, so read from it
    if row is not None:
        row.location = location


def forget_old() -> None:
    """Drop tokens that nobody will send again."""
    session.execute(delete(Reply).where(Reply.made_at < clock.now() - KEPT))


def _find(key: str) -> Reply | None:
    return session.scalar(select(Reply).where(Reply.key == key))


def _insert(sending: Sending) -> Reply | None:
    """Insert the token; of parallel sendings the later ones wait here for the first one's end."""
    row = Reply(
        key=sending.key,
        sender=sending.sender_mark,
        content=sending.digest,
        location="",
        made_at=clock.beginning_of_day(clock.now()),
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return _find(sending.key)
    return None
