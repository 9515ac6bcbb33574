"""Who may do what with a comment and with a report."""

from typing import Any

from ideas.accounts.rules import is_chair, is_coordinator, is_employee
from ideas.ideation import sealing
from ideas.ideation.rules.authorship import is_author, is_named_author
from ideas.ideation.rules.company import is_about_withheld
from ideas.ideation.rules.reading import may_read
from ideas.people.models import Person
from ideas.process.rules import Rule, rule


@rule
def wrote_comment(person: Person, comment: Any) -> bool:
    """Wrote the comment, by name or as the pseudonym of the own idea."""
    return comment.author_id in sealing.identities(person)


@rule
def is_shown(_person: Person, comment: Any) -> bool:
    """The comment is neither hidden nor deleted."""
    return comment.deleted_at is None and comment.hidden_at is None


@rule
def is_reporter(person: Person, report: Any) -> bool:
    """Reported it."""
    return report.reporter_id in sealing.identities(person)


@rule
def wrote_reported(person: Person, report: Any) -> bool:
    """Wrote what was reported."""
    said = report.comment
    return wrote_comment(person, said) if said else is_author(person, report.idea)


@rule
def is_named_by_reported(person: Person, report: Any) -> bool:
    """Is named as who wrote what was reported: who is told of it must not tell of a seal."""
    said = report.comment
    return bool(said.author_id == person.id) if said else is_named_author(person, report.idea)


is_moderator: Rule = is_coordinator | is_chair
may_edit_comment: Rule = is_employee & wrote_comment & is_shown
may_delete_comment: Rule = is_employee & wrote_comment & is_shown
may_read_aside: Rule = (wrote_comment & ~is_about_withheld) | is_moderator
may_hide_comment: Rule = is_moderator & ~wrote_comment
may_object_to_hiding: Rule = is_employee & wrote_comment
may_report: Rule = may_read & is_employee & ~is_author
may_report_comment: Rule = is_employee & ~wrote_comment & is_shown
may_see_reports: Rule = is_moderator
may_settle_report: Rule = is_moderator & ~wrote_reported
may_read_report: Rule = (is_reporter & ~is_about_withheld) | is_moderator & ~is_named_by_reported
