"""The rows of a project on its way through the phases."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _lp
from ideas.core.rich_text import RichText
from ideas.ideation.models import Idea, ProjectStatus
from ideas.people.models import Person
from ideas.process.models import Json
from ideas.programme.models import ChecklistItem, Phase


class Health(Labelled):
    """The traffic light of a status report."""

    ON_TRACK = "on_track", _lp("health", "on track")
    AT_RISK = "at_risk", _lp("health", "at risk")
    OFF_TRACK = "off_track", _lp("health", "off track")


class TickAnswer(Labelled):
    """The owner's answer to a criterion of a gate."""

    MET = "met", _lp("tick", "met")
    UNMET = "unmet", _lp("tick", "not met")
    WAIVED = "waived", _lp("tick", "does not apply, because …")


class GateOutcome(Labelled):
    """What the steering group says at a gate."""

    RELEASED = "released", _lp("gate", "released")
    REWORK = "rework", _lp("gate", "rework")


class Project(Base):
    """A selected idea in development; `place_version` guards the card, `version` the row."""

    __tablename__ = "project"
    __table_args__ = (
        Index("ix_project_place", "phase_id", "sort", "id"),
        CheckConstraint(
            "(status IN ('in_work', 'in_gate')) = (phase_id IS NOT NULL)", name="placed"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), unique=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    status: Mapped[ProjectStatus] = mapped_column(Stored(ProjectStatus))
    status_since: Mapped[datetime]
    phase_id: Mapped[int | None] = mapped_column(ForeignKey("phase.id"))
    phase_since: Mapped[datetime]
    last_phase_id: Mapped[int] = mapped_column(ForeignKey("phase.id"))
    sort: Mapped[int]
    place_version: Mapped[int] = mapped_column(default=1)
    health: Mapped[Health | None] = mapped_column(Stored(Health))
    next_date: Mapped[date | None]
    next_step: Mapped[str] = mapped_column(Text, default="")
    resume_on: Mapped[date | None]
    started_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    idea: Mapped[Idea] = relationship()
    owner: Mapped[Person] = relationship()
    phase: Mapped[Phase | None] = relationship(foreign_keys=phase_id)
    last_phase: Mapped[Phase] = relationship(foreign_keys=last_phase_id)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)


class Tick(Base):
    """The answer to one criterion of a gate with its evidence."""

    __tablename__ = "tick"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("checklist_item.id"), primary_key=True)
    answer: Mapped[TickAnswer] = mapped_column(Stored(TickAnswer))
    evidence: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    item: Mapped[ChecklistItem] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)


class GateDecision(Base):
    """What was decided at a gate, with the checklist as it stood."""

    __tablename__ = "gate_decision"
    __table_args__ = (UniqueConstraint("project_id", "asked_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    phase_id: Mapped[int] = mapped_column(ForeignKey("phase.id"))
    outcome: Mapped[GateOutcome] = mapped_column(Stored(GateOutcome))
    reason: Mapped[str] = mapped_column(Text)
    checklist: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    asked_at: Mapped[datetime]
    decided_at: Mapped[datetime]

    phase: Mapped[Phase] = relationship()


class StatusReport(Base):
    """The owner's word on how it goes; a correction is a new report."""

    __tablename__ = "status_report"
    __table_args__ = (Index("ix_status_report_project", "project_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    health: Mapped[Health] = mapped_column(Stored(Health))
    text: Mapped[RichText] = composite(
        mapped_column("text_source", Text), mapped_column("text_html", Text)
    )
    need: Mapped[str] = mapped_column(Text, default="")
    next_step: Mapped[str] = mapped_column(Text)
    next_date: Mapped[date]
    made_at: Mapped[datetime]
