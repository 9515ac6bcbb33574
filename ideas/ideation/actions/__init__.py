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
from ideas.ideation.actions.letter_box import collect_posted, post_idea, seal_draft, take_back
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
from ideas.ideation.actions.revealing import (
    ask_reveal,
    consent_to_reveal,
    grant_reveal,
    read_name,
    refuse_reveal,
)
from ideas.ideation.actions.seals import is_waiting, must_go_by_name, open_seal
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
    "ask_reveal",
    "ask_to_join",
    "attach_files",
    "black_out",
    "collect_posted",
    "comment_on",
    "consent_to_reveal",
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
    "grant_reveal",
    "hide_comment",
    "index_idea",
    "index_missing",
    "invite_coauthor",
    "is_editable",
    "is_waiting",
    "keep_merging",
    "lapse_invitations",
    "lapse_queries",
    "merge_ideas",
    "must_go_by_name",
    "name_author",
    "name_group",
    "object_to_hiding",
    "object_to_merging",
    "open_seal",
    "places_of",
    "post_idea",
    "read_name",
    "refuse",
    "refuse_reveal",
    "remove_file",
    "report",
    "seal_draft",
    "settle_report",
    "show_again",
    "show_comment",
    "side_places",
    "submit_idea",
    "support",
    "support_instead",
    "take_back",
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
