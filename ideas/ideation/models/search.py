"""What search knows of an idea."""

from sqlalchemy import ForeignKey, Table, Text
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core.database import Base
from ideas.core.text_index import TextIndex


class IdeaText(Base):
    """The search terms of an idea."""

    __tablename__ = "idea_text"

    id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    terms: Mapped[str] = mapped_column(Text)


assert isinstance(IdeaText.__table__, Table)  # noqa: S101 (narrows the type, cannot fail)
idea_index = TextIndex(IdeaText.__table__)
