"""Who may send an idea on a way beside the main one, and who judges an objection."""

from typing import Any

from ideas.accounts.rules import is_chair, is_coordinator, is_employee, is_member, is_system
from ideas.ideation.rules import is_author, is_involved, is_named_involved
from ideas.people.models import Person
from ideas.process.rules import Rule, rule
from ideas.steering.rules import may_screen


@rule
def is_responsible(person: Person, idea: Any) -> bool:
    """Is named for the fix in the fast lane."""
    return any(
        track.responsible_id == person.id for track in idea.fast_tracks if not track.ended_at
    )


@rule
def took_the_decision(person: Person, idea: Any) -> bool:
    """Took part in the decision that is objected to."""
    return any(person.id in one.decided_by for one in idea.objections if not one.ended_at)


may_forward: Rule = may_screen
may_keep_forwarding: Rule = (is_coordinator | is_chair) & ~is_involved
may_see_forwarded: Rule = is_coordinator | is_chair
may_propose_fast_track: Rule = may_screen
may_answer_fast_track: Rule = is_responsible & is_employee & ~is_named_involved
may_finish_fast_track: Rule = may_answer_fast_track | may_keep_forwarding
may_call_in: Rule = is_member & ~is_involved
may_see_fast_lane: Rule = is_member | is_coordinator
may_lapse_fast_track: Rule = is_system
may_object: Rule = is_author & is_employee
may_see_objections: Rule = is_coordinator | is_chair
may_answer_objection: Rule = (is_coordinator | is_chair) & ~is_involved & ~took_the_decision
may_keep_tags: Rule = is_coordinator | is_chair
may_change_waiting: Rule = may_keep_tags & ~is_involved
