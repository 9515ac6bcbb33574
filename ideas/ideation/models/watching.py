"""The rows of who wants to hear of new ideas."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ideas.core.database import Base


class CampaignFollow(Base):
    """Somebody wants to be told of each new idea of a campaign."""

    __tablename__ = "campaign_follow"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)


class TopicFollow(Base):
    """Somebody wants to be told of each new idea on a topic."""

    __tablename__ = "topic_follow"

    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
