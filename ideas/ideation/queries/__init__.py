"""Reading ideas: every list and every page goes through the reader's rights."""

from ideas.ideation.queries.lists import Order, Wanted, drafts_of, ideas_matching
from ideas.ideation.queries.single import (
    Said,
    Ties,
    comments_on,
    get_draft,
    get_idea,
    questions_to,
    steps_of,
    ties,
    version_of,
    words_of,
)
from ideas.ideation.queries.tags import open_tags, tag_ids_of, tags_of, tags_with_counts

__all__ = [
    "Order",
    "Said",
    "Ties",
    "Wanted",
    "comments_on",
    "drafts_of",
    "get_draft",
    "get_idea",
    "ideas_matching",
    "open_tags",
    "questions_to",
    "steps_of",
    "tag_ids_of",
    "tags_of",
    "tags_with_counts",
    "ties",
    "version_of",
    "words_of",
]
