"""Reading ideas: every list and every page goes through the reader's rights."""

from ideas.ideation.queries.lists import Order, Wanted, drafts_of, ideas_matching
from ideas.ideation.queries.single import (
    Ties,
    asked,
    get_draft,
    get_idea,
    steps_of,
    ties,
    version_of,
)
from ideas.ideation.queries.talk import Said, comments_on

__all__ = [
    "Order",
    "Said",
    "Ties",
    "Wanted",
    "asked",
    "comments_on",
    "drafts_of",
    "get_draft",
    "get_idea",
    "ideas_matching",
    "steps_of",
    "ties",
    "version_of",
]
