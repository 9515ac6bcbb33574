"""The rows of what people say about an idea, and who stands by it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.rich_text import RichText
from ideas.people.models import Person


class Comment(Base):
    """Something said about an idea."""

    __tablename__ = "comment"
    __table_args__ = (Index("ix_comment_idea", "idea_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[RichText] = composite(
        mapped_column("text_source", Text), mapped_column("text_html", Text)
    )
    made_at: Mapped[datetime]

    author: Mapped[Person] = relationship()


class Support(Base):
    """Somebody finds an idea good."""

    __tablename__ = "support"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)


class Follow(Base):
    """Somebody wants to be told how an idea goes on."""

    __tablename__ = "follow"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
