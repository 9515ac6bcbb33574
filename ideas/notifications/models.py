"""The row of a job that comes round."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core.database import Base


class Job(Base):
    """Something the house does by itself once a day; claimed by lease like a mail."""

    __tablename__ = "job"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    last_run: Mapped[datetime | None]
