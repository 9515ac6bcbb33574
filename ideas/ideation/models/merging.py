"""What is kept of a merging as long as it lasts, and which ideas count as one."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Stored
from ideas.ideation.models.idea import Ball, Idea, Status


class Merging(Base):
    """The link from an idea to the one it is merged into: where it came from, who objects."""

    __tablename__ = "merging"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    made_at: Mapped[datetime]
    from_status: Mapped[Status] = mapped_column(Stored(Status))
    from_ball: Mapped[Ball] = mapped_column(Stored(Ball))
    from_until: Mapped[date | None]
    object_until: Mapped[date]
    objected_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]

    idea: Mapped[Idea] = relationship()

    @property
    def is_disputed(self) -> bool:
        """Say whether an objection waits for its answer."""
        return self.objected_at is not None and self.answered_at is None


def family_ids(idea: Idea) -> Sequence[int] | Select[int]:
    """Return the idea's id and those of the ideas merged into it, for use with `in_`."""
    if not idea.merged_count:
        return [idea.id]
    return select(Idea.id).where(or_(Idea.id == idea.id, Idea.merged_into_id == idea.id))
