"""What can be done with an idea until the steering group has it."""

from ideas.ideation.actions.attaching import (
    MOST_FILES,
    Upload,
    attach_files,
    detach_file,
    remove_file,
)
from ideas.ideation.actions.coaching import ask_coach, end_coaching, write_remark
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
    "MOST_FILES",
    "Texts",
    "Upload",
    "accept_invitation",
    "admit",
    "answer_query",
    "ask_coach",
    "ask_to_join",
    "attach_files",
    "comment_on",
    "decline_invitation",
    "delete_draft",
    "detach_file",
    "draft_idea",
    "edit_draft",
    "edit_idea",
    "end_coaching",
    "end_participation",
    "follow",
    "invite_coauthor",
    "keep_merging",
    "lapse_invitations",
    "lapse_queries",
    "merge_ideas",
    "name_author",
    "name_group",
    "object_to_merging",
    "refuse",
    "remove_file",
    "submit_idea",
    "support",
    "texts_of",
    "undo_merging",
    "unfollow",
    "unsupport",
    "withdraw_idea",
    "write_remark",
]
