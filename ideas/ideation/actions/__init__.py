"""What can be done with an idea until the steering group has it."""

from ideas.ideation.actions.following import follow, support, unfollow, unsupport
from ideas.ideation.actions.hints import count_hint, support_instead, tell_difference
from ideas.ideation.actions.indexing import forget, index_idea, index_missing
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
    "count_hint",
    "delete_draft",
    "draft_idea",
    "edit_draft",
    "edit_idea",
    "follow",
    "forget",
    "index_idea",
    "index_missing",
    "lapse_queries",
    "submit_idea",
    "support",
    "support_instead",
    "tell_difference",
    "texts_of",
    "unfollow",
    "unsupport",
    "withdraw_idea",
]
