"""What can be done with an idea until the steering group has it."""

from ideas.ideation.actions.attaching import (
    MOST_FILES,
    Upload,
    attach_files,
    detach_file,
    remove_file,
)
from ideas.ideation.actions.following import follow, support, unfollow, unsupport
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
    "MOST_FILES",
    "Texts",
    "Upload",
    "answer_query",
    "attach_files",
    "comment_on",
    "delete_draft",
    "detach_file",
    "draft_idea",
    "edit_draft",
    "edit_idea",
    "follow",
    "lapse_queries",
    "remove_file",
    "submit_idea",
    "support",
    "texts_of",
    "unfollow",
    "unsupport",
    "withdraw_idea",
]
