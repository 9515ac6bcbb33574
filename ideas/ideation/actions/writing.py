"""From the first thought to the hand-in, and mending the text until screening begins."""

import secrets
from dataclasses import astuple, dataclass

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotPossible, Stale
from ideas.core.i18n import _
from ideas.core.numbers import next_number
from ideas.core.rich_text import RichText
from ideas.ideation import events, rules, workflow
from ideas.ideation.actions.following import follow
from ideas.ideation.actions.seals import (
    close_seal,
    must_not_wait,
    never_used_id,
    new_pseudonym,
    remove_seal,
)
from ideas.ideation.figures import content_hash
from ideas.ideation.models import Ball, Idea, IdeaVersion, Status, idea_index
from ideas.people.models import Person
from ideas.process.transitions import apply, begin
from ideas.programme.models import Campaign, Topic

SERIES = "idea"


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
    actor: Person,
) -> Idea:
    """Begin a draft, which only its author sees; a sealed one names its author nowhere."""
    rules.may_draft.require(actor)
    author = new_pseudonym() if sealed else actor
    idea = new_idea(texts, campaign=campaign, topic=topic, author=author)
    if fresh := never_used_id():
        idea.id = fresh
    begin(idea, Status.DRAFT)
    session.add(idea)
    if sealed:
        close_seal(idea, author, actor)
    events.drafted.record(idea, actor=actor)
    return idea


def edit_draft(
    idea: Idea,
    texts: Texts,
    *,
    campaign: Campaign,
    topic: Topic | None = None,
    seen: int,
    actor: Person,
) -> None:
    """Write on at one's draft.

    Raises:
        Stale: it was saved elsewhere since it was shown.
    """
    rules.may_edit.require(actor, idea)
    _check_seen(idea, seen)
    _must_be(idea, frozenset({Status.DRAFT}))
    must_not_wait(idea)
    write_texts(idea, texts)
    idea.campaign, idea.topic = campaign, topic
    idea.text_version += 1
    idea.moved_at = clock.now()
    events.draft_edited.record(idea, actor=actor)


def delete_draft(idea: Idea, *, actor: Person) -> None:
    """Throw one's draft away for good."""
    rules.may_edit.require(actor, idea)
    _must_be(idea, frozenset({Status.DRAFT}))
    must_not_wait(idea)
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
    version = first_version(idea)
    apply(workflow.submit, idea, actor=actor, hash=version.content_hash)
    receive(idea, version)
    if follow_it:
        follow(idea, actor=actor)


def edit_idea(idea: Idea, texts: Texts, *, seen: int, actor: Person) -> None:
    """Mend a handed-in text; the edit is a version of its own with its own fingerprint.

    Raises:
        Stale: it was changed elsewhere since it was shown.
    """
    rules.may_edit.require(actor, idea)
    _check_seen(idea, seen)
    _must_be(idea, workflow.EDITABLE)
    if texts == texts_of(idea):
        return
    write_texts(idea, texts)
    if problem := workflow.has_its_texts(idea):
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
    texts, salt = texts_of(idea), secrets.token_bytes(16)
    return IdeaVersion(
        idea_id=idea.id,
        n=idea.text_version,
        **vars(texts),
        salt=salt,
        content_hash=content_hash(salt, astuple(texts)),
        made_at=clock.beginning_of_day(clock.now()) if idea.is_sealed else clock.now(),
    )


def receive(idea: Idea, version: IdeaVersion) -> None:
    """Give a handed-in idea its number, keep its first version and let search find it."""
    year = clock.today().year
    idea.number_year, idea.number_n = year, next_number(SERIES, year)
    idea.number = f"{year}-{idea.number_n:04}"
    idea.submitted_at = version.made_at
    version.idea_id = idea.id
    session.add(version)
    index_idea(idea)


def index_idea(idea: Idea) -> None:
    """Let search find the idea by its number and its words."""
    session.flush()
    idea_index.write(session(), idea.id, " ".join((idea.number or "", *astuple(texts_of(idea)))))


def _check_seen(idea: Idea, seen: int | None) -> None:
    if seen is not None and idea.text_version != seen:
        raise Stale(_("You have changed this text elsewhere in the meantime."), idea)


def _must_be(idea: Idea, states: frozenset[Status]) -> None:
    if idea.status not in states:
        raise NotPossible(
            _("The text stands now; the state is “%(state)s”.", state=str(idea.status.label))
        )
