"""What happens to an idea between hand-in and decision, and who hears of it."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, select

from ideas.core.i18n import _l
from ideas.ideation.events import (
    idea_event,
    to_author,
    to_author_inbox,
    to_campaign,
    to_coordinators,
    to_followers,
    to_members,
    to_own_author,
    to_supporters,
    to_topic,
)
from ideas.ideation.models import Idea
from ideas.ideation.rules import may_read
from ideas.people.models import Person
from ideas.process.events import Audience, Event
from ideas.process.models import Because
from ideas.steering import rules
from ideas.steering.models import OverdueWeek, Round, Score, Screening


def office_holders(person_ids: Collection[int]) -> Select[Any]:
    """Select those for whom something is overdue."""
    return select(Person).where(Person.id.in_(person_ids))


published = idea_event(
    "idea.published",
    _l("The idea was published, the screening has begun."),
    to_author,
    to_campaign,
    to_topic,
)
checked = Event(
    "screening.saved",
    Screening,
    _l("The questions of the screening were answered."),
    rules.may_read_screening,
)
queried = idea_event(
    "idea.queried", _l("The idea coordination has a question."), to_own_author, to_followers
)
screened = idea_event(
    "idea.screened",
    _l("The idea passed the screening and waits for the next scoring round."),
    to_author,
    to_followers,
)
closed = idea_event(
    "idea.closed", _l("The idea was closed in the screening."), to_author, to_followers
)
resumed = idea_event(
    "idea.resumed",
    _l("The idea was taken up again on its date."),
    to_author,
    to_coordinators,
    to_supporters,
    to_followers,
)

# A chair whose own idea is in the round acts on it as chair, so these name the office.
round_entered = Event(
    "idea.round_opened",
    Idea,
    _l("The steering group scores the idea."),
    may_read,
    (to_author_inbox, to_followers),
)
evaluated = Event(
    "idea.evaluated",
    Idea,
    _l("The scoring is finished, the steering group deliberates."),
    may_read,
    (to_author_inbox, to_followers),
)

scored = Event("score.given", Score, _l("A score was given."), rules.may_read_score)
score_changed = Event("score.changed", Score, _l("A score was changed."), rules.may_read_score)

round_opened = Event(
    "round.opened",
    Round,
    _l("A scoring round is open."),
    rules.may_follow_rounds,
    (to_members,),
)
round_closed = Event(
    "round.closed", Round, _l("The scoring round is closed."), rules.may_follow_rounds
)
round_released = Event(
    "round.released",
    Round,
    _l("The results of the scoring round are released."),
    rules.may_follow_rounds,
    (to_members,),
)
round_completed = Event(
    "round.completed",
    Round,
    _l("All ideas of the scoring round are decided."),
    rules.may_follow_rounds,
)

decision_drafted = idea_event("idea.decision_drafted", _l("The decision is being prepared."))
decision_discarded = idea_event(
    "idea.decision_discarded", _l("The decision is deliberated once more.")
)
selected = idea_event("idea.selected", _l("The idea was selected."), to_author, to_followers)
declined = idea_event("idea.declined", _l("The idea was declined."), to_author, to_followers)
forwarded = idea_event(
    "idea.forwarded", _l("The idea was sent to another office."), to_author, to_followers
)
deferred = idea_event("idea.deferred", _l("The idea was deferred."), to_author, to_followers)
promise_extended = idea_event(
    "idea.promise_extended", _l("The promised day was put off."), to_author, to_followers
)
overdue_listed = Event(
    "overdue.listed",
    OverdueWeek,
    _l("The list of what is overdue is there."),
    rules.may_see_overdue,
    (Audience(Because.TASK, office_holders),),
)
