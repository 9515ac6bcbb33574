"""What can be done with an idea until the steering group has it."""

from ideas.ideation.actions import answer_places, side_places
from ideas.ideation.actions.answering import answer_questions
from ideas.ideation.actions.attaching import (
    MOST_FILES,
    Upload,
    attach_files,
    detach_file,
    remove_file,
)
from ideas.ideation.actions.blacking_out import black_out, show_again, withhold
from ideas.ideation.actions.coaching import ask_coach, end_coaching, write_remark
from ideas.ideation.actions.comments import (
    Remark,
    comment_on,
    delete_comment,
    edit_comment,
    is_editable,
)
from ideas.ideation.actions.company import (
    accept_invitation,
    admit,
    ask_to_join,
    decline_invitation,
    end_participation,
    invite_coauthor,
    lapse_invitations,
    name_author,
    name_group,
    refuse,
)
from ideas.ideation.actions.following import follow, support, unfollow, unsupport
from ideas.ideation.actions.hints import count_hint, support_instead, tell_difference
from ideas.ideation.actions.indexing import forget, index_idea, index_missing
from ideas.ideation.actions.merging import (
    keep_merging,
    merge_ideas,
    object_to_merging,
    undo_merging,
)
from ideas.ideation.actions.moderating import (
    hide_comment,
    object_to_hiding,
    show_comment,
    uphold_hiding,
)
from ideas.ideation.actions.reporting import report, settle_report
from ideas.ideation.actions.talking import answer_query, lapse_queries, withdraw_idea
from ideas.ideation.actions.text_places import Place, derived_texts, places_of, text_places
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
    "MOST_FILES",
    "Place",
    "Remark",
    "Texts",
    "Upload",
    "accept_invitation",
    "admit",
    "answer_places",
    "answer_query",
    "answer_questions",
    "ask_coach",
    "ask_to_join",
    "attach_files",
    "black_out",
    "comment_on",
    "count_hint",
    "decline_invitation",
    "delete_comment",
    "delete_draft",
    "derived_texts",
    "detach_file",
    "draft_idea",
    "edit_comment",
    "edit_draft",
    "edit_idea",
    "end_coaching",
    "end_participation",
    "follow",
    "forget",
    "hide_comment",
    "index_idea",
    "index_missing",
    "invite_coauthor",
    "is_editable",
    "keep_merging",
    "lapse_invitations",
    "lapse_queries",
    "merge_ideas",
    "name_author",
    "name_group",
    "object_to_hiding",
    "object_to_merging",
    "places_of",
    "refuse",
    "remove_file",
    "report",
    "settle_report",
    "show_again",
    "show_comment",
    "side_places",
    "submit_idea",
    "support",
    "support_instead",
    "tell_difference",
    "text_places",
    "texts_of",
    "undo_merging",
    "unfollow",
    "unsupport",
    "unwatch_campaign",
    "unwatch_topic",
    "uphold_hiding",
    "watch_campaign",
    "watch_topic",
    "withdraw_idea",
    "withhold",
    "write_remark",
]
