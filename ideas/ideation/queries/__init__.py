"""Reading ideas: every list and every page goes through the reader's rights."""

from ideas.ideation.queries.company import (
    coaching_of,
    company_of,
    find_participation,
    get_coaching,
    get_own_idea,
    get_participation,
    invited_count,
    open_naming,
    overdue_invitations,
    waiting_for,
)
from ideas.ideation.queries.lists import Order, Wanted, drafts_of, ideas_matching
from ideas.ideation.queries.reveals import all_reveals, current_reveal, get_reveal, person_behind
from ideas.ideation.queries.single import (
    Ties,
    files_of,
    find_draft,
    get_draft,
    get_file,
    get_idea,
    questions_to,
    steps_of,
    ties,
    version_of,
    words_of,
)
from ideas.ideation.queries.tags import open_tags, tag_ids_of, tags_of, tags_with_counts
from ideas.ideation.queries.talk import Said, comments_on

__all__ = [
    "Order",
    "Said",
    "Ties",
    "Wanted",
    "all_reveals",
    "coaching_of",
    "comments_on",
    "company_of",
    "current_reveal",
    "drafts_of",
    "files_of",
    "find_draft",
    "find_participation",
    "get_coaching",
    "get_draft",
    "get_file",
    "get_idea",
    "get_own_idea",
    "get_participation",
    "get_reveal",
    "ideas_matching",
    "invited_count",
    "open_naming",
    "open_tags",
    "overdue_invitations",
    "person_behind",
    "questions_to",
    "steps_of",
    "tag_ids_of",
    "tags_of",
    "tags_with_counts",
    "ties",
    "version_of",
    "waiting_for",
    "words_of",
]
