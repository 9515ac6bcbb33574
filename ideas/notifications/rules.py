"""Who reads and marks notices, and who sees the outbox."""

from typing import Any

from ideas.accounts.rules import everybody, may_see_outbox
from ideas.ideation.sealing import identities
from ideas.people.models import Person
from ideas.process.rules import Rule, rule


@rule
def is_recipient(person: Person, notice: Any) -> bool:
    """The notice is for this person."""
    return notice.person_id in identities(person)


may_mark_read: Rule = is_recipient
may_mark_all_read: Rule = everybody  # of their own
may_send_again: Rule = may_see_outbox
