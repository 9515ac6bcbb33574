"""Reading ideas: every list and every page goes through the reader's rights."""

from ideas.ideation.queries.lists import Order, Wanted, drafts_of, ideas_matching
from ideas.ideation.queries.reveals import (
    all_reveals,
    current_reveal,
    get_reveal,
    person_behind,
)
from ideas.ideation.queries.single import (
    Said,
    Ties,
    asked,
    comments_on,
    get_draft,
    get_idea,
    steps_of,
    ties,
    version_of,
)

__all__ = [
    "Order",
    "Said",
    "Ties",
    "Wanted",
    "all_reveals",
    "asked",
    "comments_on",
    "current_reveal",
    "drafts_of",
    "get_draft",
    "get_idea",
    "get_reveal",
    "ideas_matching",
    "person_behind",
    "steps_of",
    "ties",
    "version_of",
]
