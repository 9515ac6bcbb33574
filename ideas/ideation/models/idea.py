"""The rows of an idea and of its versions."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _lp
from ideas.core.rich_text import RichText
from ideas.people.models import Person
from ideas.programme.models import Campaign, Phase, Topic

if TYPE_CHECKING:
    from ideas.ideation.models.seal import SealedAuthor

MAX_TITLE = 200


class Status(Labelled):
    """Where an idea stands."""

    DRAFT = "draft", _lp("idea", "Draft")
    SUBMITTED = "submitted", _lp("idea", "Submitted")
    SCREENING = "screening", _lp("idea", "Screening")
    QUERY = "query", _lp("idea", "Question to the author")
    SCORING = "scoring", _lp("idea", "Scoring")
    EVALUATED = "evaluated", _lp("idea", "Scored")
    DECISION_DRAFT = "decision_draft", _lp("idea", "Decision in preparation")
    SELECTED = "selected", _lp("idea", "Selected")
    DECLINED = "declined", _lp("idea", "Declined")
    DEFERRED = "deferred", _lp("idea", "Deferred")
    INADMISSIBLE = "inadmissible", _lp("idea", "Not admissible")
    WITHDRAWN = "withdrawn", _lp("idea", "Withdrawn")


class Ball(Labelled):
    """Which role has to act next."""

    NOBODY = "nobody", _lp("ball", "nobody")
    AUTHOR = "author", _lp("ball", "author")
    COORDINATION = "coordination", _lp("ball", "idea coordination")
    STEERING = "steering", _lp("ball", "steering group")
    CHAIR = "chair", _lp("ball", "chair of the steering group")
    OWNER = "owner", _lp("ball", "project owner")


class ProjectStatus(Labelled):
    """How far a selected idea's project is; shown with the idea, moved by maturation alone."""

    IN_WORK = "in_work", _lp("project", "in work")
    IN_GATE = "in_gate", _lp("project", "waiting for release")
    PARKED = "parked", _lp("project", "parked")
    STOPPED = "stopped", _lp("project", "stopped")
    COMPLETED = "completed", _lp("project", "completed")


class Idea(Base):
    """A proposal of a member of staff; `text_version` counts edits, `version` guards the row."""

    __tablename__ = "idea"
    __table_args__ = (
        UniqueConstraint("number_year", "number_n"),
        Index("ix_idea_status", "status", "number_year", "number_n"),
        Index("ix_idea_campaign", "campaign_id", "number_year", "number_n"),
        Index("ix_idea_topic", "topic_id", "number_year", "number_n"),
        Index("ix_idea_supported", "support_count", "id"),
        Index("ix_idea_moved", "moved_at", "id"),
        Index("ix_idea_author", "author_id", "id"),
        Index("ix_idea_ball", "ball", "ball_until"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str | None] = mapped_column(String(20), unique=True)
    number_year: Mapped[int | None]
    number_n: Mapped[int | None]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"))
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    is_sealed: Mapped[bool] = mapped_column(default=False, server_default=false())
    title: Mapped[str] = mapped_column(String(MAX_TITLE))
    problem: Mapped[RichText] = composite(
        mapped_column("problem_source", Text), mapped_column("problem_html", Text)
    )
    audience: Mapped[RichText] = composite(
        mapped_column("audience_source", Text), mapped_column("audience_html", Text)
    )
    proposal: Mapped[RichText] = composite(
        mapped_column("proposal_source", Text), mapped_column("proposal_html", Text)
    )
    benefit: Mapped[RichText] = composite(
        mapped_column("benefit_source", Text), mapped_column("benefit_html", Text)
    )
    status: Mapped[Status] = mapped_column(Stored(Status))
    status_since: Mapped[datetime]
    ball: Mapped[Ball] = mapped_column(Stored(Ball), default=Ball.AUTHOR)
    ball_since: Mapped[datetime]
    ball_until: Mapped[date | None]
    created_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    moved_at: Mapped[datetime]
    deferred_until: Mapped[date | None] = mapped_column(index=True)
    text_version: Mapped[int] = mapped_column(default=1)
    support_count: Mapped[int] = mapped_column(default=0)
    comment_count: Mapped[int] = mapped_column(default=0)
    phase_id: Mapped[int | None] = mapped_column(ForeignKey("phase.id"))
    project_status: Mapped[ProjectStatus | None] = mapped_column(Stored(ProjectStatus))
    source_name: Mapped[str | None] = mapped_column(String(200))
    source_url: Mapped[str | None] = mapped_column(Text)
    source_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    version: Mapped[int] = mapped_column(default=1)

    author: Mapped[Person] = relationship()
    seal: Mapped["SealedAuthor | None"] = relationship(viewonly=True)
    campaign: Mapped[Campaign] = relationship()
    topic: Mapped[Topic | None] = relationship()
    phase: Mapped[Phase | None] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)


class IdeaVersion(Base):
    """An idea's text as it stood from one edit to the next, with its own hash."""

    __tablename__ = "idea_version"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(String(MAX_TITLE))
    problem: Mapped[str] = mapped_column(Text)
    audience: Mapped[str] = mapped_column(Text)
    proposal: Mapped[str] = mapped_column(Text)
    benefit: Mapped[str] = mapped_column(Text)
    salt: Mapped[bytes] = mapped_column(LargeBinary(16))
    content_hash: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
