"""Who may do what with an idea."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from ideas.accounts.rules import is_chair, is_coordinator, is_employee, is_system
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.process.rules import Rule, rule


@rule
def is_author(person: Person, idea: Any) -> bool:
    """Wrote the idea."""
    return bool(idea.author_id == person.id)


@rule
def is_draft(_person: Person, idea: Any) -> bool:
    """The idea is still a private draft."""
    return bool(idea.status == Status.DRAFT)


@rule
def is_published(_person: Person, idea: Any) -> bool:
    """The idea has been published."""
    return idea.published_at is not None


may_read: Rule = is_author | (is_employee & ~is_draft & (is_published | is_coordinator | is_chair))
may_list: Rule = is_employee
may_draft: Rule = is_employee
may_edit: Rule = is_author & is_employee
may_submit: Rule = is_author & is_employee
may_withdraw: Rule = is_author & is_employee
may_answer: Rule = is_author & is_employee
may_lapse: Rule = is_system
may_import: Rule = is_system
may_see_receipt: Rule = is_author
may_comment: Rule = may_read & is_published & is_employee
may_support: Rule = may_read & is_published & is_employee & ~is_author
may_follow: Rule = may_read & is_published & is_employee
may_watch: Rule = is_employee


@rule
def wrote_comment(person: Person, comment: Any) -> bool:
    """Wrote the comment."""
    return bool(comment.author_id == person.id)


@rule
def is_shown(_person: Person, comment: Any) -> bool:
    """The comment is neither hidden nor deleted."""
    return comment.deleted_at is None and comment.hidden_at is None


@rule
def is_reporter(person: Person, report: Any) -> bool:
    """Reported it."""
    return bool(report.reporter_id == person.id)


@rule
def wrote_reported(person: Person, report: Any) -> bool:
    """Wrote what was reported."""
    if report.comment is not None:
        return wrote_comment(person, report.comment)
    return is_author(person, report.idea)


is_moderator: Rule = is_coordinator | is_chair
may_edit_comment: Rule = is_employee & wrote_comment & is_shown
may_delete_comment: Rule = is_employee & wrote_comment & is_shown
may_read_aside: Rule = wrote_comment | is_moderator
may_hide_comment: Rule = is_moderator & ~wrote_comment
may_object_to_hiding: Rule = is_employee & wrote_comment
may_report: Rule = may_read & is_employee & ~is_author
may_report_comment: Rule = is_employee & ~wrote_comment & is_shown
may_see_reports: Rule = is_moderator
may_settle_report: Rule = is_moderator & ~wrote_reported
may_read_report: Rule = is_reporter | may_settle_report


def readable_by(person: Person) -> ColumnElement[bool]:
    """Select what `may_read` allows, in SQL: its twin."""
    own = Idea.author_id == person.id
    if not is_employee(person):
        return own
    published = Idea.published_at.is_not(None)
    if is_coordinator(person) or is_chair(person):
        return or_(own, Idea.status != Status.DRAFT)
    return or_(own, and_(Idea.status != Status.DRAFT, published))
