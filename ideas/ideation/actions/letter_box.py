"""The letter box: anonymous ideas come out once a day and in random order, so no time tells."""

import secrets
from datetime import datetime, time

from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotPossible, Stale
from ideas.core.i18n import _
from ideas.ideation import events, rules, sealing, workflow
from ideas.ideation.actions.answering import answer_questions, settle_answers
from ideas.ideation.actions.indexing import index_idea
from ideas.ideation.actions.seals import must_go_by_name, must_not_wait
from ideas.ideation.actions.writing import (
    delete_draft,
    draft_idea,
    first_version,
    receive,
    texts_of,
)
from ideas.ideation.models import Idea, IdeaVersion, SealedAuthor, Status
from ideas.people.models import Person
from ideas.process.transitions import apply


def seal_draft(idea: Idea, *, actor: Person) -> Idea:
    """Go on anonymously with a draft that bore one's name; return the new draft.

    The old draft is thrown away: what the journal says of it names its author.
    """
    rules.may_edit.require(actor, idea)
    must_go_by_name(idea)
    if idea.status != Status.DRAFT:
        raise NotPossible(_("Only a draft can become anonymous; this idea has been handed in."))
    if idea.has_company:
        raise NotPossible(_("Others know this draft. Begin an anonymous one by itself."))
    if idea.file_count:
        raise NotPossible(
            _("An anonymous draft begins without files. Please take the files away first.")
        )
    texts, campaign, topic = texts_of(idea), idea.campaign, idea.topic
    kept = {name: getattr(idea, name) for name in ("difference", "text_version")}
    form_key, answers = idea.form_key, {row.question.key: row.text for row in idea.answers}
    delete_draft(idea, actor=actor)
    session.flush()
    fresh = draft_idea(
        texts, campaign=campaign, topic=topic, sealed=True, form_key=form_key, actor=actor
    )
    for name, value in kept.items():
        setattr(fresh, name, value)
    answer_questions(fresh, answers, actor=actor)
    return fresh


def post_idea(idea: Idea, *, seen: int | None = None, actor: Person) -> str:
    """Put an anonymous draft into the letter box; return the code that names it until then.

    Raises:
        NotPossible: something is missing, or it lies there already.
        Stale: the draft was saved elsewhere since it was shown.
    """
    rules.may_submit.require(actor, idea)
    seal = _seal_of(idea)
    must_not_wait(idea)
    if seen is not None and idea.text_version != seen:
        raise Stale(_("You have changed this text elsewhere in the meantime."), idea)
    if problems := workflow.before_posting(idea):
        raise NotPossible(" ".join(problems))
    seal.posted_on, seal.receipt_code = clock.today(), sealing.new_receipt_code()
    settle_answers(idea)
    version = first_version(idea)
    session.add(version)
    events.posted.record(idea, actor=actor, hash=version.content_hash)
    return seal.receipt_code


def take_back(idea: Idea, *, actor: Person) -> None:
    """Take one's idea out of the letter box again, to write on or to throw it away."""
    rules.may_edit.require(actor, idea)
    seal = _seal_of(idea)
    if seal.posted_on is None:
        raise NotPossible(_("This idea does not lie in the letter box."))
    seal.posted_on = seal.receipt_code = None
    session.delete(session.get_one(IdeaVersion, (idea.id, idea.text_version)))
    events.unposted.record(idea, actor=actor)


def collect_posted(*, actor: Person) -> int:
    """Hand in what was posted before today, in random order; return how many."""
    rules.may_collect.require(actor)
    waiting = (
        select(Idea)
        .join(SealedAuthor)
        .where(Idea.status == Status.DRAFT, SealedAuthor.posted_on < clock.today())
        .with_for_update(of=Idea, skip_locked=True)
    )
    ideas = list(session.scalars(waiting))
    secrets.SystemRandom().shuffle(ideas)
    for idea in ideas:
        _collect(idea, actor)
    return len(ideas)


def _collect(idea: Idea, actor: Person) -> None:
    version = session.get_one(IdeaVersion, (idea.id, idea.text_version))
    posted_on = _seal_of(idea).posted_on or clock.today()
    day = clock.beginning_of_day(datetime.combine(posted_on, time(12), clock.BERLIN))
    apply(workflow.collect, idea, actor=actor, hash=version.content_hash, at=day)
    receive(idea, version)
    index_idea(idea)


def _seal_of(idea: Idea) -> SealedAuthor:
    """Return the seal of a draft that is not handed in yet."""
    if idea.seal is None or idea.status != Status.DRAFT:
        raise NotPossible(_("There is no such draft; perhaps you have handed it in already."))
    return idea.seal
