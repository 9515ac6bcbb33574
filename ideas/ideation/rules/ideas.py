"""Who may do what with an idea."""

from typing import Any

from ideas.accounts.rules import is_chair, is_coordinator, is_employee, is_system
from ideas.ideation.rules.authorship import (
    is_author,
    is_first_author,
    is_involved,
    is_sealed,
    wrote_any_of_it,
)
from ideas.ideation.rules.reading import is_draft, is_published, may_read, takes_part
from ideas.people.models import Person
from ideas.process.rules import Rule, rule
from ideas.programme.models import Activity
from ideas.programme.rules import allows


@rule
def comments_are_open(_person: Person, idea: Any) -> bool:
    """The campaign's phase of the day allows comments."""
    return allows(idea.campaign, Activity.COMMENT)


@rule
def support_is_open(_person: Person, idea: Any) -> bool:
    """The campaign's phase of the day allows support."""
    return allows(idea.campaign, Activity.SUPPORT)


may_draft: Rule = is_employee
may_edit: Rule = is_author & is_employee
may_attach: Rule = is_author & is_employee
may_remove_files: Rule = (is_coordinator | is_chair) & ~is_draft & ~is_author
may_submit: Rule = is_author & is_employee & takes_part
may_withdraw: Rule = is_first_author & is_employee
may_delete: Rule = is_first_author & is_employee
may_answer: Rule = is_author & is_employee
may_lapse: Rule = is_system
may_import: Rule = is_system
may_tend_drafts: Rule = is_system
may_collect: Rule = is_system
may_see_receipt: Rule = is_author
may_comment: Rule = may_read & is_published & is_employee & comments_are_open
may_support: Rule = (
    may_read & is_published & is_employee & ~wrote_any_of_it & takes_part & support_is_open
)
may_unsupport: Rule = may_read & is_published & is_employee & takes_part & support_is_open
may_black_out: Rule = (is_coordinator | is_chair) & ~is_draft & ~is_involved
may_follow: Rule = may_read & is_published & is_employee & ~(is_author & is_sealed)
may_merge: Rule = is_employee & (is_coordinator | is_chair) & ~is_involved
may_object_to_merging: Rule = is_author & is_employee
may_see_disputed: Rule = is_employee & (is_coordinator | is_chair)
may_watch: Rule = is_employee
