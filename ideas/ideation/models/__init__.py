"""The rows of an idea and of what belongs to it, one module for each group."""

from ideas.ideation.models.idea import (
    MAX_TITLE,
    Ball,
    Idea,
    IdeaVersion,
    ProjectStatus,
    Status,
)
from ideas.ideation.models.seal import Reveal, SealedAuthor
from ideas.ideation.models.search import IdeaText, idea_index
from ideas.ideation.models.talk import Comment, Follow, Support

__all__ = [
    "MAX_TITLE",
    "Ball",
    "Comment",
    "Follow",
    "Idea",
    "IdeaText",
    "IdeaVersion",
    "ProjectStatus",
    "Reveal",
    "SealedAuthor",
    "Status",
    "Support",
    "idea_index",
]
