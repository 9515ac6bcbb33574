"""What can be done with an idea until the steering group has it."""

from ideas.ideation.actions.comments import (
    Remark,
    comment_on,
    delete_comment,
    edit_comment,
    is_editable,
)
from ideas.ideation.actions.following import follow, support, unfollow, unsupport
from ideas.ideation.actions.moderating import (
    hide_comment,
    object_to_hiding,
    show_comment,
    uphold_hiding,
)
from ideas.ideation.actions.reporting import report, settle_report
from ideas.ideation.actions.talking import answer_query, lapse_queries, withdraw_idea
from ideas.ideation.actions.watching import (
    unwatch_campaign,
    unwatch_topic,
    watch_campaign,
    watch_topic,
)
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
    "Remark",
    "Texts",
    "answer_query",
    "comment_on",
    "delete_comment",
    "delete_draft",
    "draft_idea",
    "edit_comment",
    "edit_draft",
    "edit_idea",
    "follow",
    "hide_comment",
    "is_editable",
    "lapse_queries",
    "object_to_hiding",
    "report",
    "settle_report",
    "show_comment",
    "submit_idea",
    "support",
    "texts_of",
    "unfollow",
    "unsupport",
    "unwatch_campaign",
    "unwatch_topic",
    "uphold_hiding",
    "watch_campaign",
    "watch_topic",
    "withdraw_idea",
]
