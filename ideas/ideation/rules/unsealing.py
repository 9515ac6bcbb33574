"""Who may see and who may open a sealed name."""

from typing import Any

from ideas.accounts.rules import is_chair, is_data_protection, is_employee
from ideas.ideation import sealing
from ideas.ideation.rules.authorship import is_first_author, is_sealed
from ideas.ideation.rules.reading import is_draft
from ideas.people.models import Person
from ideas.process.rules import Rule, rule


@rule
def is_behind_seal(person: Person, reveal: Any) -> bool:
    """Is the author whose name is asked for."""
    return sealing.wrote(person, reveal.idea)


@rule
def asked_for_it(person: Person, reveal: Any) -> bool:
    """Has asked for the name."""
    return bool(reveal.asked_by_id == person.id)


may_open_seal: Rule = is_first_author & is_sealed & is_employee
may_ask_reveal: Rule = is_chair & is_sealed & ~is_draft
may_list_reveals: Rule = is_chair | is_data_protection
may_read_reveal: Rule = is_chair | is_data_protection | is_behind_seal
may_grant_reveal: Rule = is_data_protection & ~asked_for_it
may_consent: Rule = is_behind_seal
may_open_reveal: Rule = is_chair | is_data_protection
