"""Who may bring an idea together with others."""

from typing import Any

from ideas.accounts.rules import is_employee
from ideas.ideation.models import Status
from ideas.ideation.rules.authorship import is_author, is_first_author, is_sealed
from ideas.ideation.rules.reading import is_published, may_read
from ideas.people.models import Person
from ideas.process.rules import Rule, rule


@rule
def is_participant(person: Person, row: Any) -> bool:
    """Is asked to take part, asks for it, or takes part."""
    return bool(row.person_id == person.id)


@rule
def brought_its_idea(person: Person, row: Any) -> bool:
    """Brought the idea that it is about."""
    return is_first_author(person, row.idea)


@rule
def is_about_withheld(_person: Person, row: Any) -> bool:
    """The idea that it is about is withheld."""
    return row.idea.withheld_at is not None


@rule
def is_under_way(_person: Person, coaching: Any) -> bool:
    """The idea is still a draft and nobody has ended the coaching."""
    return coaching.ended_at is None and coaching.idea.status == Status.DRAFT


may_see_company: Rule = is_author & ~is_sealed & is_employee
may_have_company: Rule = is_first_author & ~is_sealed & is_employee
may_answer_invitation: Rule = is_participant & is_employee
may_answer_request: Rule = brought_its_idea & is_employee
may_read_participation: Rule = (is_participant & ~is_about_withheld) | brought_its_idea
may_coach: Rule = is_participant & is_employee & is_under_way
may_read_coaching: Rule = may_coach | brought_its_idea
may_ask_to_join: Rule = may_read & is_published & is_employee & ~is_author & ~is_sealed
