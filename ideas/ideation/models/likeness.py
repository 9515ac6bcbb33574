"""What the search for similar ideas knows: profiles, keys with their counts, counted hints."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _l

MAX_KEY = 40


class Hint(Labelled):
    """What became of a hint at similar ideas."""

    SHOWN = "shown", _l("shown")
    SUPPORTED = "supported", _l("supported")
    JOINED = "joined", _l("asked to join")
    NEW = "new", _l("handed in all the same")


class IdeaProfile(Base):
    """The keys of an idea's text with their weights, as JSON, and how it was counted."""

    __tablename__ = "idea_profile"

    id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    keys: Mapped[str] = mapped_column(Text)
    is_public: Mapped[bool]


class IdeaKey(Base):
    """One key of one idea; without a foreign key, whose check would read the whole table."""

    __tablename__ = "idea_key"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 (SQLAlchemy's own attribute)

    key: Mapped[str] = mapped_column(String(MAX_KEY), primary_key=True)
    idea_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    weight: Mapped[float]
    is_public: Mapped[bool]


class KeyCount(Base):
    """In how many ideas a key stands, and in how many that everybody may read.

    The empty key counts the ideas themselves.
    """

    __tablename__ = "key_count"

    key: Mapped[str] = mapped_column(String(MAX_KEY), primary_key=True)
    ideas: Mapped[int]
    public_ideas: Mapped[int]


class HintCount(Base):
    """How often hints were shown and followed on a day; by nobody, about nothing."""

    __tablename__ = "hint_count"

    day: Mapped[date] = mapped_column(primary_key=True)
    hint: Mapped[Hint] = mapped_column(Stored(Hint), primary_key=True)
    times: Mapped[int]
