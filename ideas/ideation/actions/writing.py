"""From the first thought to the hand-in, and mending the text until screening begins."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotPossible, Stale
from ideas.core.i18n import _
from ideas.core.numbers import next_number
from ideas.core.rich_text import RichText
from ideas.ideation import events, rules, workflow
from ideas.ideation.actions.answering import change_answers, settle_answers
from ideas.ideation.actions.attaching import forget_files
from ideas.ideation.actions.company import forget_company
from ideas.ideation.actions.following import follow
from ideas.ideation.actions.indexing import index_idea
from ideas.ideation.actions.seals import (
    close_seal,
    must_not_wait,
    never_used_id,
    new_pseudonym,
    remove_seal,
)
from ideas.ideation.figures import content_hash
from ideas.ideation.models import Ball, Idea, IdeaVersion, Status
from ideas.ideation.queries import find_draft
from ideas.ideation.queries.answers import answered
from ideas.people.models import Person
from ideas.process.transitions import apply, begin
from ideas.programme.models import Campaign, Topic
from ideas.programme.rules import may_take_part

SERIES = "idea"
NOTED_EVERY = timedelta(minutes=15)


@dataclass(frozen=True)
class Texts:
    """What somebody wrote: the title and the answers to the four questions, as Markdown."""

    title: str
    problem: str = ""
    audience: str = ""
    proposal: str = ""
    benefit: str = ""


def draft_idea(
    texts: Texts,
    *,
    campaign: Campaign,
    topic: Topic | None = None,
    sealed: bool = False,
    form_key: str | None = None,
    actor: Person,
) -> Idea:
    """Begin a draft, which only its author sees; a sealed one names its author nowhere.

    `form_key` names the form it came from.

    Raises:
        Stale: the same form has begun a draft already; it is the error's `current`.
    """
    rules.may_draft.require(actor)
    may_take_part.require(actor, campaign)
    author = new_pseudonym() if sealed else actor
    idea = new_idea(texts, campaign=campaign, topic=topic, author=author)
    if fresh := never_used_id():
        idea.id = fresh
    begin(idea, Status.DRAFT)
    session.add(idea)
    if sealed:
        close_seal(idea, author, actor)
    if form_key:
        _claim_form(idea, form_key, actor)
    events.drafted.record(idea, actor=actor)
    return idea


def edit_draft(
    idea: Idea,
    texts: Texts,
    *,
    campaign: Campaign,
    topic: Topic | None = None,
    seen: int,
    by_itself: bool = False,
    actor: Person,
) -> None:
    """Write on at one's draft; saved by itself it is noted in the journal now and then only.

    Raises:
        Stale: it was saved elsewhere since it was shown.
    """
    rules.may_edit.require(actor, idea)
    _check_seen(idea, seen)
    _must_be(idea, frozenset({Status.DRAFT}))
    must_not_wait(idea)
    if campaign.id != idea.campaign_id:
        may_take_part.require(actor, campaign)
    noted = by_itself and _is_noted(idea)
    write_texts(idea, texts)
    idea.campaign, idea.topic = campaign, topic
    idea.is_restricted = campaign.is_hidden_from_others
    idea.text_version += 1
    idea.moved_at = clock.now()
    if not noted:
        events.draft_edited.record(idea, actor=actor)


def delete_draft(idea: Idea, *, actor: Person) -> None:
    """Throw one's draft away for good."""
    rules.may_delete.require(actor, idea)
    _must_be(idea, frozenset({Status.DRAFT}))
    must_not_wait(idea)
    throw_away(idea, actor=actor)


def throw_away(idea: Idea, *, actor: Person) -> None:
    """Delete a draft with everything that belongs to it; the journal keeps that it was there."""
    forget_files(idea)
    forget_company(idea, actor=actor)
    events.draft_deleted.record(idea, actor=actor)
    remove_seal(idea)
    session.delete(idea)


def submit_idea(
    idea: Idea, *, seen: int | None = None, follow_it: bool = False, actor: Person
) -> None:
    """Hand the draft in: it gets its number, and its text a fingerprint.

    Raises:
        Stale: the draft was saved elsewhere since it was shown.
    """
    _check_seen(idea, seen)
    settle_answers(idea)
    version = first_version(idea)
    apply(workflow.submit, idea, actor=actor, hash=version.content_hash)
    receive(idea, version)
    index_idea(idea)
    if follow_it:
        follow(idea, actor=actor)


def edit_idea(
    idea: Idea,
    texts: Texts,
    *,
    answers: Mapping[str, str] | None = None,
    seen: int,
    actor: Person,
) -> None:
    """Mend a handed-in text; the edit is a version of its own with its own fingerprint.

    Raises:
        Stale: it was changed elsewhere since it was shown.
    """
    rules.may_edit.require(actor, idea)
    _check_seen(idea, seen)
    _must_be(idea, workflow.EDITABLE)
    answered_anew = change_answers(idea, answers or {})
    if texts == texts_of(idea) and not answered_anew:
        return
    write_texts(idea, texts)
    for problem in (workflow.has_its_texts(idea), workflow.keeps_its_answers(idea)):
        if problem:
            raise NotPossible(problem)
    idea.text_version += 1
    idea.moved_at = clock.now()
    version = new_version(idea)
    session.add(version)
    index_idea(idea)
    events.edited.record(
        idea, actor=actor, text_version=idea.text_version, hash=version.content_hash
    )


def texts_of(idea: Idea) -> Texts:
    """Return what the idea says, as it was written."""
    return Texts(
        title=idea.title,
        problem=idea.problem.source,
        audience=idea.audience.source,
        proposal=idea.proposal.source,
        benefit=idea.benefit.source,
    )


def new_idea(texts: Texts, *, campaign: Campaign, topic: Topic | None, author: Person) -> Idea:
    """Return an idea that has no status yet."""
    now = clock.now()
    idea = Idea(
        campaign=campaign,
        topic=topic,
        author_id=author.id,
        ball=Ball.AUTHOR,
        ball_since=now,
        created_at=now,
        moved_at=now,
        text_version=1,
        support_count=0,
        comment_count=0,
        is_restricted=campaign.is_hidden_from_others,
        answer_count=0,
        file_count=0,
        coauthor_ids=[],
        former_author_ids=[],
        has_company=False,
    )
    write_texts(idea, texts)
    return idea


def write_texts(idea: Idea, texts: Texts) -> None:
    """Store the texts, rendered."""
    idea.title = texts.title
    idea.problem = RichText.write(texts.problem)
    idea.audience = RichText.write(texts.audience)
    idea.proposal = RichText.write(texts.proposal)
    idea.benefit = RichText.write(texts.benefit)


def first_version(idea: Idea) -> IdeaVersion:
    """Return the first version that counts; what was saved as a draft is forgotten."""
    idea.text_version = 1
    return new_version(idea)


def new_version(idea: Idea) -> IdeaVersion:
    """Return the present text as a version with its fingerprint."""
    version = IdeaVersion(
        idea_id=idea.id,
        n=idea.text_version,
        **vars(texts_of(idea)),
        answers=[list(pair) for pair in answered(idea)],
        salt=secrets.token_bytes(16),
        made_at=clock.beginning_of_day(clock.now()) if idea.is_sealed else clock.now(),
    )
    version.content_hash = content_hash(version.salt, version.fields)
    return version


def receive(idea: Idea, version: IdeaVersion) -> None:
    """Give a handed-in idea its number and keep its first version."""
    year = clock.today().year
    idea.number_year, idea.number_n = year, next_number(SERIES, year)
    idea.number = f"{year}-{idea.number_n:04}"
    idea.submitted_at = version.made_at
    version.idea_id = idea.id
    session.add(version)


def _claim_form(idea: Idea, form_key: str, actor: Person) -> None:
    """Let one form begin one draft, whatever arrives twice or at once."""
    session.flush()
    try:
        with session.begin_nested():
            claimed = update(Idea).where(Idea.id == idea.id).values(form_key=form_key)
            session.execute(claimed, execution_options={"synchronize_session": False})
    except IntegrityError as error:
        known = find_draft(form_key, reader=actor)
        if known is None:  # it was handed in: what comes now is another idea
            return
        remove_seal(idea)
        session.delete(idea)
        session.flush()
        raise Stale(_("You have changed this text elsewhere in the meantime."), known) from error


def _is_noted(idea: Idea) -> bool:
    """Say whether the journal tells of the draft already; of an anonymous one it keeps days."""
    if idea.is_sealed:
        return clock.beginning_of_day(clock.now()) == idea.moved_at
    return clock.now() - idea.moved_at < NOTED_EVERY


def _check_seen(idea: Idea, seen: int | None) -> None:
    if seen is not None and idea.text_version != seen:
        if idea.coauthor_ids:
            raise Stale(_("This text was changed in the meantime, perhaps by a co-author."), idea)
        raise Stale(_("You have changed this text elsewhere in the meantime."), idea)


def _must_be(idea: Idea, states: frozenset[Status]) -> None:
    if idea.status not in states:
        raise NotPossible(
            _("The text stands now; the state is “%(state)s”.", state=str(idea.status.label))
        )
