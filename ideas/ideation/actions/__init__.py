"""What can be done with an idea until the steering group has it."""

from ideas.ideation.actions.blacking_out import black_out, show_again, withhold
from ideas.ideation.actions.following import follow, support, unfollow, unsupport
from ideas.ideation.actions.talking import answer_query, comment_on, lapse_queries, withdraw_idea
from ideas.ideation.actions.text_places import Place, derived_texts, places_of, text_places
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
    "Place",
    "Texts",
    "answer_query",
    "black_out",
    "comment_on",
    "delete_draft",
    "derived_texts",
    "draft_idea",
    "edit_draft",
    "edit_idea",
    "follow",
    "lapse_queries",
    "places_of",
    "show_again",
    "submit_idea",
    "support",
    "text_places",
    "texts_of",
    "unfollow",
    "unsupport",
    "withdraw_idea",
    "withhold",
]
