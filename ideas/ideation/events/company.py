"""What happens between authors, co-authors and coaches."""

from typing import Any

from ideas.core.i18n import _l
from ideas.ideation.events.audiences import (
    idea_event,
    role_beside,
    to_fellow_authors,
    to_fellow_authors_inbox,
    to_first_author,
    to_first_author_inbox,
    to_participant,
    to_participant_inbox,
)
from ideas.ideation.models import (
    Coaching,
    Coauthor,
)
from ideas.ideation.rules import (
    may_read_coaching,
    may_read_participation,
)
from ideas.process.events import Audience, Event


def company_event(name: str, sentence: Any, *tells: Audience) -> Event:
    """Declare something that happens to somebody's part in an idea."""
    return Event(name, Coauthor, sentence, may_read_participation, tells, shown_as=role_beside)


def coaching_event(name: str, sentence: Any, *tells: Audience) -> Event:
    """Declare something that happens between an author and a coach."""
    return Event(name, Coaching, sentence, may_read_coaching, tells, shown_as=role_beside)


grouped = idea_event("idea.grouped", _l("The name of the group was changed."))
invited = company_event("coauthor.invited", _l("An invitation to be co-author."), to_participant)
named = company_event(
    "coauthor.named", _l("A draft was written on behalf of a colleague."), to_participant
)
asked_to_join = company_event(
    "coauthor.asked", _l("Somebody would like to be co-author."), to_first_author
)
joined = company_event(
    "coauthor.joined", _l("The idea has one more co-author."), to_participant, to_fellow_authors
)
confirmed = company_event(
    "coauthor.confirmed",
    _l("The colleague has confirmed the draft and is its author now."),
    to_fellow_authors,
)
declined = company_event(
    "coauthor.declined", _l("The colleague does not want to take part."), to_first_author
)
refused = company_event(
    "coauthor.refused", _l("The author would like to go on without a co-author."), to_participant
)
offer_taken_back = company_event(
    "coauthor.taken_back",
    _l("The invitation or the request was taken back."),
    to_participant_inbox,
    to_first_author_inbox,
)
invitation_lapsed = company_event(
    "coauthor.lapsed",
    _l("An invitation was not answered within seven days and has lapsed."),
    to_participant_inbox,
    to_first_author_inbox,
)
left = company_event(
    "coauthor.left",
    _l("Somebody no longer is co-author."),
    to_participant_inbox,
    to_fellow_authors_inbox,
)
part_deleted = company_event("coauthor.deleted", _l("The draft was deleted."))
coach_asked = coaching_event(
    "coach.asked", _l("A colleague asks you privately to look at a draft."), to_participant
)
coach_answered = coaching_event(
    "coach.answered", _l("Your idea coach has looked at the draft."), to_first_author
)
coaching_ended = coaching_event("coach.ended", _l("The coaching was ended."))
remark_changed = coaching_event("coach.changed", _l("The remark on the draft was changed."))
coaching_deleted = coaching_event("coach.deleted", _l("The coaching was deleted."))
