"""The rows of an idea and of what belongs to it, one module for each group."""

from ideas.ideation.models.company import Coaching, Coauthor, CoauthorStatus, Part
from ideas.ideation.models.files import IdeaFile
from ideas.ideation.models.idea import MAX_TITLE, Ball, Idea, IdeaVersion, ProjectStatus, Status
from ideas.ideation.models.merging import Merging, family_ids
from ideas.ideation.models.search import IdeaText, idea_index
from ideas.ideation.models.talk import Comment, Follow, Support

__all__ = [
    "MAX_TITLE",
    "Ball",
    "Coaching",
    "Coauthor",
    "CoauthorStatus",
    "Comment",
    "Follow",
    "Idea",
    "IdeaFile",
    "IdeaText",
    "IdeaVersion",
    "Merging",
    "Part",
    "ProjectStatus",
    "Status",
    "Support",
    "family_ids",
    "idea_index",
]
