"""The rows of an idea and of what belongs to it, one module for each group."""

from ideas.ideation.models.byways import (
    Addressee,
    EventTag,
    FastTrack,
    Forwarding,
    IdeaTag,
    Objection,
    ObjectionGround,
    TrackStage,
    Verdict,
)
from ideas.ideation.models.idea import (
    MAX_TITLE,
    Ball,
    Idea,
    IdeaVersion,
    ProjectStatus,
    Status,
)
from ideas.ideation.models.search import IdeaText, idea_index
from ideas.ideation.models.talk import Comment, Follow, Support

__all__ = [
    "MAX_TITLE",
    "Addressee",
    "Ball",
    "Comment",
    "EventTag",
    "FastTrack",
    "Follow",
    "Forwarding",
    "Idea",
    "IdeaTag",
    "IdeaText",
    "IdeaVersion",
    "Objection",
    "ObjectionGround",
    "ProjectStatus",
    "Status",
    "Support",
    "TrackStage",
    "Verdict",
    "idea_index",
]
