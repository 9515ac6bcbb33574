"""Who may do what with a project."""

from typing import Any

from ideas.accounts.rules import is_chair, is_coordinator, is_employee, is_system
from ideas.ideation.rules import may_read, wrote_any_of_it
from ideas.people.models import Person
from ideas.process.rules import Rule, rule


@rule
def is_owner(person: Person, project: Any) -> bool:
    """Is responsible for the project."""
    return bool(project.owner_id == person.id)


@rule
def may_read_project(person: Person, project: Any) -> bool:
    """May read the idea behind the project."""
    return may_read(person, project.idea)


@rule
def is_author_of_idea(person: Person, project: Any) -> bool:
    """Wrote the idea behind the project, or one that is merged into it."""
    return wrote_any_of_it(person, project.idea)


may_read_board: Rule = is_employee
may_adopt: Rule = is_employee & (is_coordinator | is_chair)
may_order: Rule = is_employee & (is_coordinator | is_chair)
may_see_owner: Rule = is_owner | is_author_of_idea | is_coordinator | is_chair
may_answer: Rule = is_employee & is_owner
may_ask_gate: Rule = is_employee & is_owner
may_decide_gate: Rule = is_employee & is_chair & ~is_owner
may_move_back: Rule = is_employee & (is_coordinator | is_chair)
may_move: Rule = may_move_back | may_ask_gate
may_park: Rule = is_employee & (is_coordinator | is_chair | is_owner)
may_resume: Rule = may_park
may_stop: Rule = is_employee & is_chair
may_report: Rule = is_employee & is_owner
may_remind: Rule = is_system
