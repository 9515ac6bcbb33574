"""Reading ideas: every list and every page goes through the reader's rights."""

from ideas.ideation.queries.lists import Order, Wanted, drafts_of, ideas_matching
from ideas.ideation.queries.single import (
    Said,
    Ties,
    asked,
    comments_on,
    get_draft,
    get_idea,
    objection_to,
    steps_of,
    ties,
    version_of,
)

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
    "objection_to",
    "steps_of",
    "ties",
    "version_of",
]
