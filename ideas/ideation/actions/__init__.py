"""What can be done with an idea until the steering group has it."""

from ideas.ideation.actions.following import follow, support, unfollow, unsupport
from ideas.ideation.actions.letter_box import collect_posted, post_idea, seal_draft, take_back
from ideas.ideation.actions.revealing import (
    ask_reveal,
    consent_to_reveal,
    grant_reveal,
    read_name,
    refuse_reveal,
)
from ideas.ideation.actions.seals import is_waiting, must_go_by_name, open_seal
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
    "ask_reveal",
    "collect_posted",
    "comment_on",
    "consent_to_reveal",
    "delete_draft",
    "draft_idea",
    "edit_draft",
    "edit_idea",
    "follow",
    "grant_reveal",
    "is_waiting",
    "lapse_queries",
    "must_go_by_name",
    "open_seal",
    "post_idea",
    "read_name",
    "refuse_reveal",
    "seal_draft",
    "submit_idea",
    "support",
    "take_back",
    "texts_of",
    "unfollow",
    "unsupport",
    "withdraw_idea",
]
