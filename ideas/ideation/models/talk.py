"""The rows of what people say about an idea, and who stands by it."""

from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, String, Text, and_
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _lp
from ideas.core.rich_text import RichText
from ideas.ideation.models.idea import Idea
from ideas.people.models import Person, Role


class CommentKind(Labelled):
    """What a comment wants to be, if its writer says so."""

    QUESTION = "question", _lp("comment", "Question")
    ADDITION = "addition", _lp("comment", "Addition")
    CONCERN = "concern", _lp("comment", "Concern")


class Comment(Base):
    """Something said about an idea; `thread_id` is the comment it replies to, one level deep."""

    __tablename__ = "comment"
    __table_args__ = (
        Index("ix_comment_idea", "idea_id", "id"),
        Index("ix_comment_thread", "thread_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[RichText] = composite(
        mapped_column("text_source", Text), mapped_column("text_html", Text)
    )
    made_at: Mapped[datetime]
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"))
    kind: Mapped[CommentKind | None] = mapped_column(Stored(CommentKind))
    spoken_as: Mapped[Role | None] = mapped_column(Stored(Role))
    edits: Mapped[int] = mapped_column(default=0)
    deleted_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]
    objected_at: Mapped[datetime | None]
    upheld_at: Mapped[datetime | None]

    idea: Mapped[Idea] = relationship()
    author: Mapped[Person] = relationship()

    @property
    def is_shown(self) -> bool:
        """Say whether everybody reads it: neither deleted nor hidden."""
        return self.deleted_at is None and self.hidden_at is None

    @staticmethod
    def shown() -> ColumnElement[bool]:
        """Select the comments that everybody reads: `is_shown` in SQL."""
        return and_(Comment.deleted_at.is_(None), Comment.hidden_at.is_(None))


class CommentVersion(Base):
    """What a comment said before its writer changed it."""

    __tablename__ = "comment_version"

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source: Mapped[str] = mapped_column(Text)
    replaced_at: Mapped[datetime]


class Mention(Base):
    """Somebody whom a comment names, under the handle that stands in its text."""

    __tablename__ = "mention"

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    handle: Mapped[str] = mapped_column(String(60))

    person: Mapped[Person] = relationship()


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
