"""What happens to an idea itself."""

from ideas.core.i18n import _l
from ideas.ideation.events.audiences import (
    author,
    author_event,
    idea_event,
    to_author,
    to_author_as_receipt,
    to_author_inbox,
    to_coordinators,
    to_coordinators_inbox,
    to_followers,
)
from ideas.process.events import Audience
from ideas.process.models import Because

to_own_author = Audience(Because.AUTHOR, author)
drafted = author_event("idea.drafted", _l("A draft was begun."))
submitted = author_event(
    "idea.submitted", _l("The idea was handed in."), to_author_as_receipt, to_coordinators
)
draft_edited = author_event("idea.draft_edited", _l("The draft was changed."))
draft_deleted = author_event("idea.draft_deleted", _l("The draft was deleted."))
draft_waits = idea_event("idea.draft_waits", _l("Your draft is waiting for you."), to_author)
draft_expires = idea_event(
    "idea.draft_expires", _l("Your draft will be deleted in two weeks."), to_author
)
imported = idea_event("idea.imported", _l("The idea was imported from a list."))
edited = author_event("idea.edited", _l("The text was changed."), to_coordinators_inbox)
file_added = author_event("idea.file_added", _l("A file was added."))
file_removed = author_event("idea.file_removed", _l("A file was taken away."))
file_taken_away = idea_event(
    "idea.file_taken_away", _l("A file was taken away by the idea coordination."), to_author
)
withdrawn = author_event(
    "idea.withdrawn", _l("The author withdrew the idea."), to_coordinators_inbox, to_followers
)
answered = author_event(
    "idea.answered", _l("The author answered the question."), to_coordinators, to_followers
)
query_lapsed = idea_event(
    "idea.query_lapsed",
    _l("The question was not answered in time; screening goes on."),
    to_author,
    to_coordinators,
)
blacked_out = idea_event(
    "idea.blacked_out", _l("Data of clients was blacked out in the texts."), to_author
)
corrected = idea_event("idea.corrected", _l("A reason was corrected."), to_author, to_followers)
withheld = idea_event("idea.withheld", _l("The idea was withheld from its readers."), to_author)
shown_again = idea_event("idea.shown_again", _l("The idea can be read again."), to_author_inbox)
