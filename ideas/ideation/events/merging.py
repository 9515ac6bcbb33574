"""What happens when ideas are merged."""

from ideas.core.i18n import _l
from ideas.ideation.events.audiences import (
    author_event,
    idea_event,
    to_coordinators,
    to_followers,
)
from ideas.ideation.events.life import to_own_author

merged = idea_event(
    "idea.merged",
    _l("The idea was merged into another one and goes on there."),
    to_own_author,
    to_followers,
)
merged_in = idea_event(
    "idea.merged_in", _l("Another idea was merged into this one."), to_own_author, to_followers
)
merging_undone = idea_event(
    "idea.merging_undone",
    _l("The merging was undone; the idea goes on by itself."),
    to_own_author,
    to_followers,
)
merged_out = idea_event(
    "idea.merged_out",
    _l("An idea that was merged into this one goes on by itself again."),
    to_own_author,
    to_followers,
)
merging_disputed = author_event(
    "idea.merging_disputed", _l("The author objects to the merging."), to_coordinators
)
merging_kept = idea_event(
    "idea.merging_kept",
    _l("The objection was answered; the ideas stay merged."),
    to_own_author,
)
