"""The rows of what a campaign sets for itself: phases, those who take part, own questions."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _l, _lp
from ideas.process.models import Json


class Activity(Labelled):
    """What a phase of a campaign can allow."""

    SUBMIT = "submit", _lp("activity", "Handing in ideas")
    COMMENT = "comment", _lp("activity", "Commenting")
    SUPPORT = "support", _lp("activity", "Supporting")
    SCORE = "score", _lp("activity", "Scoring")


class TakesPart(Labelled):
    """Who may hand in and support in a campaign."""

    EVERYBODY = "everybody", _l("Everybody in the house")
    CHOSEN = "chosen", _l("Chosen teams and persons")


class QuestionKind(Labelled):
    """How a campaign's own question is answered."""

    SHORT = "short", _lp("question", "Short text")
    LONG = "long", _lp("question", "Long text")
    ONE = "one", _lp("question", "One of several answers")
    MANY = "many", _lp("question", "Several of the answers")
    NUMBER = "number", _lp("question", "Number")
    DATE = "date", _lp("question", "Day")


class CampaignPhase(Base):
    """A part of a campaign's time, and what can be done in it; phases never overlap."""

    __tablename__ = "campaign_phase"
    __table_args__ = (CheckConstraint("starts_on <= ends_on", name="days"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    allows: Mapped[list[str]] = mapped_column(Json)


class CampaignUnit(Base):
    """A team that takes part."""

    __tablename__ = "campaign_unit"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), primary_key=True)


class CampaignPerson(Base):
    """A person who takes part, whatever the team."""

    __tablename__ = "campaign_person"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)


class Question(Base):
    """One version of a question that a campaign asks beside the four; its versions share a key."""

    __tablename__ = "campaign_question"
    __table_args__ = (UniqueConstraint("key", "n"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    key: Mapped[str] = mapped_column(String(16))
    n: Mapped[int] = mapped_column(default=1)
    position: Mapped[int]
    kind: Mapped[QuestionKind] = mapped_column(Stored(QuestionKind))
    label: Mapped[str] = mapped_column(String(300))
    hint: Mapped[str] = mapped_column(Text, default="")
    options: Mapped[list[str]] = mapped_column(Json, default=list)
    is_required: Mapped[bool] = mapped_column(default=False)
    retired_at: Mapped[datetime | None]
