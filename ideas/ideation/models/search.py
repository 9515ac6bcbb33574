"""What search knows of an idea: what every reader of it may find."""

from sqlalchemy import ForeignKey, Table, Text
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core.database import Base
from ideas.core.text_index import TextIndex
from ideas.process.models import BigId


class IdeaText(Base):
    """The search terms of an idea; `position` orders by public number, whoever drafted first."""

    __tablename__ = "idea_text"

    id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    position: Mapped[int] = mapped_column(BigId, unique=True)
    terms: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)


assert isinstance(IdeaText.__table__, Table)  # noqa: S101 (narrows the type, cannot fail)
idea_index = TextIndex(IdeaText.__table__)

YEAR = 1_000_000_000  # as many ideas as a number has digits for


def position_of(year: int, n: int) -> int:
    """Return where the idea of this number stands among all."""
    return year * YEAR + n
