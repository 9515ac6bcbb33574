"""The rows of the house's own settings."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
    true,
)
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _l, _lp
from ideas.core.rich_text import RichText
from ideas.process.models import Json
from ideas.programme.models.calls import (
    CampaignPerson,
    CampaignPhase,
    CampaignUnit,
    Question,
    TakesPart,
)


class CampaignStatus(Labelled):
    """Where a campaign stands."""

    DRAFT = "draft", _lp("campaign", "in preparation")
    SCHEDULED = "scheduled", _lp("campaign", "scheduled")
    OPEN = "open", _lp("campaign", "open")
    CLOSED = "closed", _lp("campaign", "closed")
    ARCHIVED = "archived", _lp("campaign", "archived")


class Step(Labelled):
    """A step of an idea's life that has a promised duration."""

    PUBLISH = "publish", _l("First look and publication")
    SCREENING = "screening", _l("Screening")
    QUERY = "query", _l("Answer to a question")
    SCORING = "scoring", _l("Scoring by the steering group")
    UNIT_ANSWER = "unit_answer", _l("Answer of the unit to the fast lane")
    FAST_TRACK = "fast_track", _l("Doing it in the fast lane")
    CALL_IN = "call_in", _l("Calling in from the fast lane")
    DECISION = "decision", _l("Decision")
    DECISION_LETTER = "decision_letter", _l("Telling the decision")


class BlockKind(Labelled):
    """Which reason a building block is for."""

    QUESTION = "question", _lp("block", "Question to the author")
    INADMISSIBLE = "inadmissible", _lp("block", "Not admissible")
    FORWARDED = "forwarded", _lp("block", "Sent to another office")
    DEFERRED = "deferred", _lp("block", "Deferred")
    DECLINED = "declined", _lp("block", "Declined")
    OBJECTION = "objection", _lp("block", "Answer to an objection")


class Campaign(Base):
    """A call for ideas with its goal; the permanent channel is one without an end."""

    __tablename__ = "campaign"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    question: Mapped[str] = mapped_column(Text, default="")
    goal: Mapped[str] = mapped_column(Text, default="")
    measure: Mapped[str] = mapped_column(Text, default="")
    promise: Mapped[str] = mapped_column(Text, default="")
    sponsor: Mapped[str] = mapped_column(String(200), default="")
    description: Mapped[RichText] = composite(
        mapped_column("description_source", Text), mapped_column("description_html", Text)
    )
    is_permanent: Mapped[bool] = mapped_column(default=False)
    status: Mapped[CampaignStatus] = mapped_column(Stored(CampaignStatus))
    status_since: Mapped[datetime]
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    decides_on: Mapped[date | None]
    takes_part: Mapped[TakesPart] = mapped_column(
        Stored(TakesPart), default=TakesPart.EVERYBODY, server_default=TakesPart.EVERYBODY.value
    )
    others_read: Mapped[bool] = mapped_column(default=True, server_default=true())
    phase_count: Mapped[int] = mapped_column(default=0, server_default="0")
    question_count: Mapped[int] = mapped_column(default=0, server_default="0")
    warned_until: Mapped[date | None]
    report_source: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    report_html: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    support_limit: Mapped[int | None]
    hides_support: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    phases: Mapped[list[CampaignPhase]] = relationship(
        order_by=CampaignPhase.starts_on, cascade="all, delete-orphan"
    )
    units: Mapped[list[CampaignUnit]] = relationship(cascade="all, delete-orphan")
    persons: Mapped[list[CampaignPerson]] = relationship(cascade="all, delete-orphan")
    questions: Mapped[list[Question]] = relationship(
        order_by=(Question.position, Question.id),
        primaryjoin=lambda: (Question.campaign_id == Campaign.id) & Question.retired_at.is_(None),
        viewonly=True,
    )
    criteria: Mapped[list["Criterion"]] = relationship(
        order_by="Criterion.position", cascade="all, delete-orphan"
    )
    deadlines: Mapped[list["Deadline"]] = relationship(
        order_by="Deadline.id", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)

    @property
    def report(self) -> RichText:
        """Return what the house was told of the campaign's result."""
        return RichText(self.report_source, self.report_html)

    @property
    def is_hidden_from_others(self) -> bool:
        """Say whether only those who take part, and the groups that judge, read its ideas."""
        return self.takes_part == TakesPart.CHOSEN and not self.others_read


class Criterion(Base):
    """One criterion of a campaign with its weight in percent and a sentence for each point."""

    __tablename__ = "criterion"
    __table_args__ = (
        UniqueConstraint("campaign_id", "key"),
        CheckConstraint("weight BETWEEN 1 AND 100", name="weight"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    position: Mapped[int]
    key: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(120))
    explanation: Mapped[str] = mapped_column(Text, default="")
    weight: Mapped[int]
    anchors: Mapped[list[str]] = mapped_column(Json)


class Deadline(Base):
    """How many working days a step of this campaign's ideas may take."""

    __tablename__ = "deadline"
    __table_args__ = (
        UniqueConstraint("campaign_id", "step"),
        CheckConstraint("working_days BETWEEN 1 AND 250", name="working_days"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"))
    step: Mapped[Step] = mapped_column(Stored(Step))
    working_days: Mapped[int]


class GateQuestion(Base):
    """A yes/no question of the screening; answers are never averaged."""

    __tablename__ = "gate_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    key: Mapped[str] = mapped_column(String(40), unique=True)
    question: Mapped[str] = mapped_column(Text)
    explanation: Mapped[str] = mapped_column(Text, default="")


class TextBlock(Base):
    """A building block for reasons; gaps stand in square brackets. Retired, never deleted."""

    __tablename__ = "text_block"
    __table_args__ = (Index("ix_text_block_kind", "kind", "title"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[BlockKind] = mapped_column(Stored(BlockKind))
    title: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(Text)
    retired_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)


class Topic(Base):
    """A subject that ideas are sorted by."""

    __tablename__ = "topic"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)


class Phase(Base):
    """A column of the board; its gate leads to the next one. Archived, never deleted."""

    __tablename__ = "phase"

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    purpose: Mapped[str] = mapped_column(Text, default="")
    gate: Mapped[str] = mapped_column(String(120))
    decides: Mapped[str] = mapped_column(String(120))
    days_min: Mapped[int]
    days_max: Mapped[int]
    archived_at: Mapped[datetime | None]

    items: Mapped[list["ChecklistItem"]] = relationship(order_by="ChecklistItem.position")


class ChecklistItem(Base):
    """One required criterion of a phase's gate."""

    __tablename__ = "checklist_item"
    __table_args__ = (UniqueConstraint("phase_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    phase_id: Mapped[int] = mapped_column(ForeignKey("phase.id"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)


class HousePage(Base):
    """A page of the house that guests read too: help, imprint, privacy, accessibility."""

    __tablename__ = "house_page"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    title: Mapped[str] = mapped_column(String(120))
    content: Mapped[RichText] = composite(
        mapped_column("content_source", Text), mapped_column("content_html", Text)
    )
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)


class BarrierReport(Base):
    """A barrier that somebody met on these pages; to be answered within a month."""

    __tablename__ = "barrier_report"

    id: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(Text)
    problem: Mapped[str] = mapped_column(Text)
    contact: Mapped[str] = mapped_column(Text)
    reported_at: Mapped[datetime]
    answer_until: Mapped[date]
