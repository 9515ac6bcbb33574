"""The rows of the answers to a campaign's own questions."""

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ideas.core.database import Base
from ideas.programme.models import Question


class IdeaAnswer(Base):
    """What an idea answers to one version of a question; several choices stand line by line."""

    __tablename__ = "idea_answer"
    __table_args__ = (Index("ix_idea_answer_question", "question_id"),)

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("campaign_question.id"), primary_key=True)
    text: Mapped[str] = mapped_column(Text, default="")

    question: Mapped[Question] = relationship(lazy="joined")
