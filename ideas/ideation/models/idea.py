"""The rows of an idea and of its versions."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _lp
from ideas.core.rich_text import RichText
from ideas.ideation.models.answers import IdeaAnswer
from ideas.people.models import Person
from ideas.process.models import Json
from ideas.programme.models import Campaign, Phase, Topic

if TYPE_CHECKING:
    from ideas.ideation.models.company import Coauthor
    from ideas.ideation.models.seal import SealedAuthor

MAX_TITLE = 200
MAX_GROUP = 120


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
    FAST_TRACK = "fast_track", _lp("idea", "Fast lane")
    DONE = "done", _lp("idea", "Done in the fast lane")
    FORWARDED = "forwarded", _lp("idea", "Sent to another office")
    INADMISSIBLE = "inadmissible", _lp("idea", "Not admissible")
    WITHDRAWN = "withdrawn", _lp("idea", "Withdrawn")
    DUPLICATE = "duplicate", _lp("idea", "Merged")


class Ball(Labelled):
    """Which role has to act next."""

    NOBODY = "nobody", _lp("ball", "nobody")
    AUTHOR = "author", _lp("ball", "author")
    COORDINATION = "coordination", _lp("ball", "idea coordination")
    STEERING = "steering", _lp("ball", "steering group")
    CHAIR = "chair", _lp("ball", "chair of the steering group")
    UNIT = "unit", _lp("ball", "responsible unit")
    ELSEWHERE = "elsewhere", _lp("ball", "another office")
    OWNER = "owner", _lp("ball", "project owner")


class ProjectStatus(Labelled):
    """How far a selected idea's project is; shown with the idea, moved by maturation alone."""

    IN_WORK = "in_work", _lp("project", "in work")
    IN_GATE = "in_gate", _lp("project", "waiting for release")
    PARKED = "parked", _lp("project", "parked")
    STOPPED = "stopped", _lp("project", "stopped")
    COMPLETED = "completed", _lp("project", "completed")


class Idea(Base):
    """A proposal of a member of staff; `text_version` counts edits, `version` guards the row.

    `coauthor_ids` and `former_author_ids` repeat what the co-authors' rows say, so that rules need
    no query; `has_company` says that somebody was ever asked to take part.
    `difference` says what sets it apart from a similar idea that was shown before the hand-in.
    While a promise is paused, `paused_on` says since when and `paused_until` what was promised.
    """

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
        Index("ix_idea_paused", "paused_on"),
        Index("ix_idea_merged", "merged_into_id", "number_year", "number_n"),
        # An idea leads to another or others lead to it: no chains, no circles.
        CheckConstraint("merged_into_id IS NULL OR merged_count = 0", name="no_chain"),
        CheckConstraint("merged_into_id <> id", name="not_into_itself"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str | None] = mapped_column(String(20), unique=True)
    number_year: Mapped[int | None]
    number_n: Mapped[int | None]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"))
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    is_sealed: Mapped[bool] = mapped_column(default=False, server_default=false())
    group_name: Mapped[str | None] = mapped_column(String(MAX_GROUP))
    coauthor_ids: Mapped[list[int]] = mapped_column(Json, default=list)
    former_author_ids: Mapped[list[int]] = mapped_column(Json, default=list)
    has_company: Mapped[bool] = mapped_column(default=False)
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
    difference: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Status] = mapped_column(Stored(Status))
    status_since: Mapped[datetime]
    ball: Mapped[Ball] = mapped_column(Stored(Ball), default=Ball.AUTHOR)
    ball_since: Mapped[datetime]
    ball_until: Mapped[date | None]
    paused_on: Mapped[date | None]
    paused_until: Mapped[date | None]
    created_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    withheld_at: Mapped[datetime | None]
    moved_at: Mapped[datetime]
    deferred_until: Mapped[date | None] = mapped_column(index=True)
    text_version: Mapped[int] = mapped_column(default=1)
    support_count: Mapped[int] = mapped_column(default=0)
    comment_count: Mapped[int] = mapped_column(default=0)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("idea.id"))
    merged_count: Mapped[int] = mapped_column(default=0)
    file_count: Mapped[int] = mapped_column(default=0)
    phase_id: Mapped[int | None] = mapped_column(ForeignKey("phase.id"))
    project_status: Mapped[ProjectStatus | None] = mapped_column(Stored(ProjectStatus))
    source_name: Mapped[str | None] = mapped_column(String(200))
    source_url: Mapped[str | None] = mapped_column(Text)
    source_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    form_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    is_restricted: Mapped[bool] = mapped_column(default=False, server_default=false())
    answer_count: Mapped[int] = mapped_column(default=0, server_default="0")
    correction_count: Mapped[int] = mapped_column(default=0, server_default="0")
    version: Mapped[int] = mapped_column(default=1)

    author: Mapped[Person] = relationship()
    seal: Mapped["SealedAuthor | None"] = relationship(viewonly=True)
    coauthors: Mapped[list["Coauthor"]] = relationship(
        primaryjoin="and_(Idea.id == Coauthor.idea_id, Coauthor.status == 'accepted')",
        order_by="[Coauthor.status_since, Coauthor.id]",
        viewonly=True,
    )
    campaign: Mapped[Campaign] = relationship()
    topic: Mapped[Topic | None] = relationship()
    phase: Mapped[Phase | None] = relationship()
    answers: Mapped[list[IdeaAnswer]] = relationship(
        order_by=IdeaAnswer.question_id, cascade="all, delete-orphan"
    )
    merged_into: Mapped["Idea | None"] = relationship(remote_side="Idea.id")
    merged_ideas: Mapped[list["Idea"]] = relationship(
        order_by="Idea.number_year, Idea.number_n", viewonly=True
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)

    @property
    def byline(self) -> str:
        """Return who brought the idea, in order of receipt, behind the name of their group."""
        others = self.coauthors if self.coauthor_ids else ()
        names = [self.author.name, *(row.person.name for row in others if row.part == "coauthor")]
        group = f"{self.group_name}: " if self.group_name else ""
        return group + ", ".join(names)

    @property
    def writer(self) -> Person | None:
        """Return who wrote the idea down on behalf of its author, if it was somebody else."""
        others = self.coauthors if self.coauthor_ids else ()
        return next((row.person for row in others if row.part == "writer"), None)


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
    answers: Mapped[list[list[str]]] = mapped_column(Json, default=list, server_default="[]")
    salt: Mapped[bytes] = mapped_column(LargeBinary(16))
    content_hash: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
    blacked_out_at: Mapped[datetime | None]

    @property
    def fields(self) -> tuple[str, ...]:
        """Return what the hash binds, in its order: texts, then questions and answers."""
        texts = (self.title, self.problem, self.audience, self.proposal, self.benefit)
        return (*texts, *(part for pair in self.answers for part in pair))
