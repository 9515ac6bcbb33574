"""The row of a job that comes round, and what can go wrong with a mail."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core.database import Base
from ideas.core.enums import Labelled
from ideas.core.i18n import _lp


class MailProblem(Labelled):
    """Why a mail did not leave; stored with the server's code, never with an address."""

    RECIPIENT = "recipient", _lp("mail", "The mail server refuses the recipient")
    MESSAGE = "message", _lp("mail", "The mail server refuses the message")
    SIGN_IN = "sign_in", _lp("mail", "The mail server refuses our sign-in")
    SERVER = "server", _lp("mail", "The mail server cannot take mails at the moment")
    CONNECTION = "connection", _lp("mail", "The mail server cannot be reached")
    TEXT = "text", _lp("mail", "The text could not be written")


class Job(Base):
    """Something the house does by itself once a day; claimed by lease like a mail."""

    __tablename__ = "job"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    last_run: Mapped[datetime | None]
