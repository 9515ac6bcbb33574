"""The rows of what somebody reported to coordination and chair."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _lp
from ideas.ideation.models.idea import Idea
from ideas.ideation.models.talk import Comment
from ideas.people.models import Person


class ReportReason(Labelled):
    """What is wrong with a reported text."""

    CLIENT_DATA = "client_data", _lp("report", "It holds data of clients")
    HURTFUL = "hurtful", _lp("report", "It is hurtful")
    COLLEAGUES = "colleagues", _lp("report", "It is about colleagues")
    OFF_TOPIC = "off_topic", _lp("report", "It is about another subject")
    DOUBLE = "double", _lp("report", "It is there twice")
    OTHER = "other", _lp("report", "Something else")


class Report(Base):
    """Somebody says that an idea, or one comment on it, should be looked at."""

    __tablename__ = "report"
    __table_args__ = (Index("ix_report_open", "settled_at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"), index=True)
    reporter_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    reason: Mapped[ReportReason] = mapped_column(Stored(ReportReason))
    text: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]

    idea: Mapped[Idea] = relationship()
    comment: Mapped[Comment | None] = relationship()
    reporter: Mapped[Person] = relationship()
