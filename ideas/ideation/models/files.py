"""The files of an idea."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ideas.attachments.models import Attachment
from ideas.core.database import Base
from ideas.ideation.models.idea import Idea


class IdeaFile(Base):
    """A file belongs to an idea and is read by whoever may read the idea."""

    __tablename__ = "idea_file"

    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)

    attachment: Mapped[Attachment] = relationship()
    idea: Mapped[Idea] = relationship()
