"""What can be done with an idea until the steering group has it."""

from ideas.ideation.actions.following import follow, support, unfollow, unsupport
from ideas.ideation.actions.merging import (
    keep_merging,
    merge_ideas,
    object_to_merging,
    undo_merging,
)
from ideas.ideation.actions.talking import answer_query, comment_on, lapse_queries, withdraw_idea
from ideas.ideation.actions.writing import (
    Texts,
    delete_draft,
    draft_idea,
    edit_draft,
    edit_idea,
    submit_idea,
    texts_of,
)

__all__ = [
    "Texts",
    "answer_query",
    "comment_on",
    "delete_draft",
    "draft_idea",
    "edit_draft",
    "edit_idea",
    "follow",
    "keep_merging",
    "lapse_queries",
    "merge_ideas",
    "object_to_merging",
    "submit_idea",
    "support",
    "texts_of",
    "undo_merging",
    "unfollow",
    "unsupport",
    "withdraw_idea",
]
