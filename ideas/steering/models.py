"""The rows of screening, scoring and deciding."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _lp
from ideas.ideation.models import Addressee, Idea
from ideas.ideation.models.byways import MAX_OFFICE
from ideas.people.models import Person
from ideas.process.models import Json
from ideas.programme.models import Campaign

IS_BIASED = text("kind = 'biased'")  # as text, so that the partial index is found
IS_VALID = text("discarded_at IS NULL")


class GateAnswer(Labelled):
    """The answer to a question of the screening; in doubt an idea goes on."""

    YES = "yes", _lp("gate", "yes")
    NO = "no", _lp("gate", "no")
    UNCLEAR = "unclear", _lp("gate", "unclear")


class Ground(Labelled):
    """Why the coordinator closes an idea before the steering group sees it."""

    NOT_OURS = "not_ours", _lp("ground", "not ours to decide")
    UNLAWFUL = "unlawful", _lp("ground", "not permitted by law")
    KNOWN = "known", _lp("ground", "already there or under way")
    CLIENT_DATA = "client_data", _lp("ground", "contains data of clients")
    NO_PROPOSAL = "no_proposal", _lp("ground", "not a proposal for improvement")


class RoundStatus(Labelled):
    """Where a round of scoring stands; there is no way back."""

    DRAFT = "draft", _lp("round", "in preparation")
    OPEN = "open", _lp("round", "open")
    CLOSED = "closed", _lp("round", "closed")
    RELEASED = "released", _lp("round", "released")
    COMPLETED = "completed", _lp("round", "completed")


class ScoreKind(Labelled):
    """What a member said of an idea: points, or why there are none."""

    SCORED = "scored", _lp("score", "scored")
    BIASED = "biased", _lp("score", "biased")
    OUT_OF_FIELD = "out_of_field", _lp("score", "not my field")
    ABSTAINED = "abstained", _lp("score", "abstention")


class Outcome(Labelled):
    """What a motion asks for."""

    SELECT = "select", _lp("outcome", "select")
    DEFER = "defer", _lp("outcome", "defer")
    DECLINE = "decline", _lp("outcome", "decline")
    FORWARD = "forward", _lp("outcome", "send to another office")


class Screening(Base):
    """The coordinator's answers to the gate questions: {key: {"answer": …, "note": …}}."""

    __tablename__ = "screening"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    answers: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    passed_at: Mapped[datetime | None] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(default=1)

    idea: Mapped[Idea] = relationship()
    id: Mapped[int] = synonym("idea_id")  # what the journal calls the screening by

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)


class Round(Base):
    """One sealed scoring of the screened ideas of a campaign."""

    __tablename__ = "round"

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    status: Mapped[RoundStatus] = mapped_column(Stored(RoundStatus))
    status_since: Mapped[datetime]
    due_on: Mapped[date]
    version: Mapped[int] = mapped_column(default=1)

    campaign: Mapped[Campaign] = relationship()
    entries: Mapped[list["RoundIdea"]] = relationship(back_populates="round")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)


class RoundIdea(Base):
    """An idea in a round; what the scores say of it is stored when the round is released."""

    __tablename__ = "round_idea"
    __table_args__ = (
        Index("ix_round_idea_rank", "round_id", "rank", "idea_id"),
        Index("ix_round_idea_idea", "idea_id"),
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    text_version: Mapped[int]
    scores: Mapped[int | None]
    mean: Mapped[float | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    rank: Mapped[int | None]
    profile: Mapped[dict[str, Any] | None] = mapped_column(Json)

    round: Mapped[Round] = relationship(back_populates="entries")
    idea: Mapped[Idea] = relationship()


class Score(Base):
    """What one member says of one idea in one round; sealed until the round is released."""

    __tablename__ = "score"
    __table_args__ = (
        UniqueConstraint("round_id", "idea_id", "scorer_id"),
        CheckConstraint("(kind = 'scored') = (weighted IS NOT NULL)", name="weighted"),
        CheckConstraint("weighted BETWEEN 0 AND 100", name="range"),
        Index("ix_score_scorer", "scorer_id", "round_id", "idea_id"),
        Index(
            "ix_score_biased",
            "scorer_id",
            "round_id",
            "idea_id",
            sqlite_where=IS_BIASED,
            postgresql_where=IS_BIASED,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)
    scorer_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[ScoreKind] = mapped_column(Stored(ScoreKind))
    marks: Mapped[dict[str, int]] = mapped_column(Json, default=dict)
    comments: Mapped[dict[str, str]] = mapped_column(Json, default=dict)
    note: Mapped[str] = mapped_column(Text, default="")
    weighted: Mapped[float | None]
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    round: Mapped[Round] = relationship()
    idea: Mapped[Idea] = relationship()
    scorer: Mapped[Person] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)


class Decision(Base):
    """What the group decided on an idea in a round; told when the chair releases it.

    One is valid for each idea and round; a discarded one stays for the record and was never told.
    """

    __tablename__ = "decision"
    __table_args__ = (
        Index(
            "uq_decision_valid",
            "round_id",
            "idea_id",
            unique=True,
            sqlite_where=IS_VALID,
            postgresql_where=IS_VALID,
        ),
        CheckConstraint("(outcome = 'defer') = (defer_until IS NOT NULL)", name="defer_until"),
        CheckConstraint("yes >= 0 AND no >= 0 AND abstain >= 0", name="votes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)
    outcome: Mapped[Outcome] = mapped_column(Stored(Outcome))
    defer_until: Mapped[date | None]
    reason_internal: Mapped[str] = mapped_column(Text)
    letter: Mapped[str] = mapped_column(Text)
    change: Mapped[str | None] = mapped_column(Text)
    tag_ids: Mapped[list[int] | None] = mapped_column(Json)
    addressee: Mapped[Addressee | None] = mapped_column(Stored(Addressee))
    office: Mapped[str | None] = mapped_column(String(MAX_OFFICE))
    ask_again_on: Mapped[date | None]
    members: Mapped[int]
    present: Mapped[list[int]] = mapped_column(Json)
    excluded: Mapped[list[int]] = mapped_column(Json)
    yes: Mapped[int]
    no: Mapped[int]
    abstain: Mapped[int]
    decided_at: Mapped[datetime]
    released_at: Mapped[datetime | None]
    discarded_at: Mapped[datetime | None]

    round: Mapped[Round] = relationship()
    idea: Mapped[Idea] = relationship()


class OverdueWeek(Base):
    """The list of what is overdue, which chair and coordination get once a week."""

    __tablename__ = "overdue_week"

    id: Mapped[int] = mapped_column(primary_key=True)
    monday: Mapped[date] = mapped_column(unique=True)
    made_at: Mapped[datetime]


@dataclass(frozen=True)
class Ballot:
    """One person before one idea: its place in a round, if it has one, and the own score."""

    idea: Idea
    entry: RoundIdea | None = None
    own: Score | None = None

    @property
    def round(self) -> Round | None:
        """Return the round the idea is in."""
        return self.entry.round if self.entry else None
