"""Public numbers such as 2026-0042: counted per series and year, never reused."""

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core.database import Base, session


class Series(Base):
    """The last number given in a series in a year."""

    __tablename__ = "series"

    name: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


def next_number(name: str, year: int) -> int:
    """Return the next number of the series; two writers never get the same one."""
    row = session.scalar(
        select(Series).where(Series.name == name, Series.year == year).with_for_update()
    )
    if row is None:
        row = Series(name=name, year=year, last=0)
        session.add(row)
    row.last += 1
    session.flush()
    return row.last
