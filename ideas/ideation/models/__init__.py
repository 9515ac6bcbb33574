"""The rows of an idea and of what belongs to it, one module for each group."""

from ideas.ideation.models.answers import IdeaAnswer
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
from ideas.ideation.models.company import Coaching, Coauthor, CoauthorStatus, Part
from ideas.ideation.models.files import IdeaFile
from ideas.ideation.models.idea import MAX_TITLE, Ball, Idea, IdeaVersion, ProjectStatus, Status
from ideas.ideation.models.likeness import Hint, HintCount, IdeaKey, IdeaProfile, KeyCount
from ideas.ideation.models.merging import Merging, family_ids
from ideas.ideation.models.report import Report, ReportReason
from ideas.ideation.models.seal import Reveal, SealedAuthor
from ideas.ideation.models.search import IdeaText, idea_index, position_of
from ideas.ideation.models.talk import (
    Comment,
    CommentKind,
    CommentVersion,
    Follow,
    Mention,
    Support,
)
from ideas.ideation.models.watching import CampaignFollow, TopicFollow

__all__ = [
    "MAX_TITLE",
    "Addressee",
    "Ball",
    "CampaignFollow",
    "Coaching",
    "Coauthor",
    "CoauthorStatus",
    "Comment",
    "CommentKind",
    "CommentVersion",
    "EventTag",
    "FastTrack",
    "Follow",
    "Forwarding",
    "Hint",
    "HintCount",
    "Idea",
    "IdeaAnswer",
    "IdeaFile",
    "IdeaKey",
    "IdeaProfile",
    "IdeaTag",
    "IdeaText",
    "IdeaVersion",
    "KeyCount",
    "Mention",
    "Merging",
    "Objection",
    "ObjectionGround",
    "Part",
    "ProjectStatus",
    "Report",
    "ReportReason",
    "Reveal",
    "SealedAuthor",
    "Status",
    "Support",
    "TopicFollow",
    "TrackStage",
    "Verdict",
    "family_ids",
    "idea_index",
    "position_of",
]
