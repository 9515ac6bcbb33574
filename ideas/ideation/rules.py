"""Who may do what with an idea."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, union_all
from sqlalchemy.orm import aliased

from ideas.accounts.rules import (
    is_chair,
    is_coordinator,
    is_data_protection,
    is_employee,
    is_member,
    is_system,
)
from ideas.ideation import sealing
from ideas.ideation.models import Coauthor, CoauthorStatus, Idea, Status
from ideas.people.models import Person
from ideas.process.rules import Rule, rule
from ideas.programme.models import Activity, Campaign
from ideas.programme.rules import allows, campaigns_for, is_invited

BROUGHT, PART = aliased(Idea), aliased(Idea)


@rule
def is_first_author(person: Person, idea: Any) -> bool:
    """Brought the idea, by name or behind a seal."""
    return sealing.wrote(person, idea)


@rule
def is_sealed(_person: Person, idea: Any) -> bool:
    """The author's name is sealed."""
    return bool(idea.is_sealed)


@rule
def is_author(person: Person, idea: Any) -> bool:
    """Brought the idea, alone or together with others."""
    return is_first_author(person, idea) or person.id in (idea.coauthor_ids or ())


@rule
def is_involved(person: Person, idea: Any) -> bool:
    """Is or was an author of the idea or of one that is merged into it."""
    return any(
        is_author(person, one) or person.id in (one.former_author_ids or ())
        for one in (idea, *_parts(idea))
    )


@rule
def wrote_any_of_it(person: Person, idea: Any) -> bool:
    """Wrote the idea or one that is merged into it."""
    return any(is_author(person, one) for one in (idea, *_parts(idea)))


@rule
def is_named_author(person: Person, idea: Any) -> bool:
    """Is an author of the idea, and everybody may know it; asked about others than the reader."""
    return person.id in {idea.author_id, *(idea.coauthor_ids or ())}


@rule
def is_named_involved(person: Person, idea: Any) -> bool:
    """Is or was an author of the idea or of one merged into it, and everybody may know it."""
    return any(
        is_named_author(person, one) or person.id in (one.former_author_ids or ())
        for one in (idea, *_parts(idea))
    )


@rule
def is_draft(_person: Person, idea: Any) -> bool:
    """The idea is still a private draft."""
    return bool(idea.status == Status.DRAFT)


@rule
def is_published(_person: Person, idea: Any) -> bool:
    """The idea has been published and is not withheld."""
    return idea.published_at is not None and idea.withheld_at is None


@rule
def is_participant(person: Person, row: Any) -> bool:
    """Is asked to take part, asks for it, or takes part."""
    return bool(row.person_id == person.id)


@rule
def brought_its_idea(person: Person, row: Any) -> bool:
    """Brought the idea that it is about."""
    return is_first_author(person, row.idea)


@rule
def is_under_way(_person: Person, coaching: Any) -> bool:
    """The idea is still a draft and nobody has ended the coaching."""
    return coaching.ended_at is None and coaching.idea.status == Status.DRAFT


@rule
def is_behind_seal(person: Person, reveal: Any) -> bool:
    """Is the author whose name is asked for."""
    return sealing.wrote(person, reveal.idea)


@rule
def asked_for_it(person: Person, reveal: Any) -> bool:
    """Has asked for the name."""
    return bool(reveal.asked_by_id == person.id)


@rule
def is_open_to_all(_person: Person, idea: Any) -> bool:
    """The idea's campaign is read by everybody in the house."""
    return not idea.is_restricted


@rule
def takes_part(person: Person, idea: Any) -> bool:
    """May take part in the idea's campaign."""
    return is_invited(person, idea.campaign)


@rule
def comments_are_open(_person: Person, idea: Any) -> bool:
    """The campaign's phase of the day allows comments."""
    return allows(idea.campaign, Activity.COMMENT)


@rule
def support_is_open(_person: Person, idea: Any) -> bool:
    """The campaign's phase of the day allows support."""
    return allows(idea.campaign, Activity.SUPPORT)


is_in_reach: Rule = is_open_to_all | is_coordinator | is_member | takes_part
may_read: Rule = is_author | (
    is_employee & ~is_draft & (is_published | is_coordinator | is_chair) & is_in_reach
)
is_named_reader: Rule = is_named_author | (
    is_employee & ~is_draft & (is_published | is_coordinator | is_chair) & is_in_reach
)
may_list: Rule = is_employee
may_draft: Rule = is_employee
may_edit: Rule = is_author & is_employee
may_attach: Rule = is_author & is_employee
may_remove_files: Rule = (is_coordinator | is_chair) & ~is_draft & ~is_author
may_submit: Rule = is_author & is_employee & takes_part
may_withdraw: Rule = is_first_author & is_employee
may_delete: Rule = is_first_author & is_employee
may_see_company: Rule = is_author & ~is_sealed & is_employee
may_have_company: Rule = is_first_author & ~is_sealed & is_employee
may_answer_invitation: Rule = is_participant & is_employee
may_answer_request: Rule = brought_its_idea & is_employee
may_read_participation: Rule = is_participant | brought_its_idea
may_coach: Rule = is_participant & is_employee & is_under_way
may_read_coaching: Rule = may_coach | brought_its_idea
may_answer: Rule = is_author & is_employee
may_lapse: Rule = is_system
may_import: Rule = is_system
may_tend_drafts: Rule = is_system
may_collect: Rule = is_system
may_see_receipt: Rule = is_author
may_open_seal: Rule = is_first_author & is_sealed & is_employee
may_ask_reveal: Rule = is_chair & is_sealed & ~is_draft
may_list_reveals: Rule = is_chair | is_data_protection
may_read_reveal: Rule = is_chair | is_data_protection | is_behind_seal
may_grant_reveal: Rule = is_data_protection & ~asked_for_it
may_consent: Rule = is_behind_seal
may_open_reveal: Rule = is_chair | is_data_protection
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
may_ask_to_join: Rule = may_read & is_published & is_employee & ~is_author & ~is_sealed


def authored_by(person: Person) -> ColumnElement[bool]:
    """Select the ideas of which the person is an author: the twin of `is_author`."""
    return _brought_by(person, only_now=True)


def involving(person: Person) -> ColumnElement[bool]:
    """Select the ideas of which the person is or was an author: the twin of `is_involved`."""
    return _brought_by(person, only_now=False)


def involving_any(people: Select[int]) -> ColumnElement[bool]:
    """Select the ideas of which one of these people is or was an author, as everybody knows."""
    return _brought(people, only_now=False)


may_watch: Rule = is_employee


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
may_read_aside: Rule = wrote_comment | is_moderator
may_hide_comment: Rule = is_moderator & ~wrote_comment
may_object_to_hiding: Rule = is_employee & wrote_comment
may_report: Rule = may_read & is_employee & ~is_author
may_report_comment: Rule = is_employee & ~wrote_comment & is_shown
may_see_reports: Rule = is_moderator
may_settle_report: Rule = is_moderator & ~wrote_reported
may_read_report: Rule = is_reporter | is_moderator & ~is_named_by_reported


def readable_by(person: Person) -> ColumnElement[bool]:
    """Select what `may_read` allows, in SQL: its twin."""
    own = authored_by(person)
    if not is_employee(person):
        return own
    published = and_(Idea.published_at.is_not(None), Idea.withheld_at.is_(None))
    if is_coordinator(person) or is_chair(person):
        return or_(Idea.status != Status.DRAFT, own)
    shown = and_(Idea.status != Status.DRAFT, published)
    if is_member(person):
        return or_(shown, own)
    reached = select(Campaign.id).where(campaigns_for(person))
    return or_(and_(shown, or_(~Idea.is_restricted, Idea.campaign_id.in_(reached))), own)


def _brought_by(person: Person, *, only_now: bool) -> ColumnElement[bool]:
    """Return the condition; who is behind a seal is never kept."""
    if sealed := sealing.own_ideas(person):
        return _brought([person.id], sealed, only_now=only_now)
    return _kept(person.id, only_now=only_now)


@lru_cache(maxsize=500)
def _kept(person_id: int, *, only_now: bool) -> ColumnElement[bool]:
    """Return the condition, kept: to build it takes longer than the database needs to answer."""
    return _brought([person_id], only_now=only_now)


def _brought(
    people: list[int] | Select[int], sealed: Sequence[int] = (), *, only_now: bool
) -> ColumnElement[bool]:
    """Return the condition; whoever took part in a merged idea took part in where it leads."""
    now, ever = Coauthor.status == CoauthorStatus.ACCEPTED, Coauthor.took_part.is_(True)
    named = BROUGHT.author_id.in_(people)
    first = select(BROUGHT.id).where(or_(named, BROUGHT.id.in_(sealed)) if sealed else named)
    others = select(Coauthor.idea_id).where(
        Coauthor.person_id.in_(people), now if only_now else ever
    )
    if only_now:
        return Idea.id.in_(union_all(first, others))
    led_to = select(PART.merged_into_id).where(
        PART.merged_into_id.is_not(None), PART.id.in_(union_all(first, others))
    )
    return Idea.id.in_(union_all(first, others, led_to))


def _parts(idea: Any) -> Any:
    return idea.merged_ideas if idea.merged_count else ()
