"""Sealing a name, and what an author does with the seal alone."""

import secrets

from sqlalchemy import delete, func, select, update

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotPossible
from ideas.core.i18n import _
from ideas.ideation import events, rules, sealing
from ideas.ideation.models import Comment, Idea, Report, SealedAuthor, Status
from ideas.ideation.workflow import goes_by_name
from ideas.people.models import Person, Standing
from ideas.process.models import Entry, Notice

NOWHERE = "pseudonym.invalid"


def new_pseudonym() -> Person:
    """Make somebody who stands for an author and can do nothing else."""
    given, family = sealing.new_name()
    pseudonym = Person(
        given_name=given,
        family_name=family,
        email=f"{secrets.token_hex(16)}@{NOWHERE}",
        standing=Standing.INACTIVE,
        is_pseudonym=True,
        created_at=clock.beginning_of_day(clock.now()),
    )
    session.add(pseudonym)
    session.flush()
    return pseudonym


def never_used_id() -> int | None:
    """Return an id that the journal does not know, where the database would use one again.

    SQLite gives the id of a deleted draft to the next one, and what the journal says of the old
    draft would name the author of the new one. PostgreSQL never does that.
    """
    if session.get_bind().dialect.name != "sqlite":
        return None
    of_ideas = Entry.subject_kind == Idea.__tablename__
    known = select(func.max(Entry.subject_id)).where(of_ideas).scalar_subquery()
    there = select(func.max(Idea.id)).scalar_subquery()
    row = session.execute(select(known.label("known"), there.label("there"))).one()
    return max(row.known or 0, row.there or 0) + 1


def close_seal(idea: Idea, pseudonym: Person, author: Person) -> None:
    """Put the author's name under the idea's seal."""
    idea.is_sealed = True
    session.flush()
    session.add(sealing.sealed(idea, pseudonym, author))
    session.flush()


def remove_seal(idea: Idea) -> None:
    """Take the seal away, and with it the only link to the author."""
    if not idea.is_sealed:
        return
    session.execute(delete(SealedAuthor).where(SealedAuthor.idea_id == idea.id))
    session.expire(idea, ["seal"])
    sealing.forget()


def open_seal(idea: Idea, *, actor: Person) -> None:
    """Give one's name to an idea that was anonymous; it cannot be taken back."""
    rules.may_open_seal.require(actor, idea)
    must_not_wait(idea)
    pseudonym_id = idea.author_id
    remove_seal(idea)
    idea.author_id, idea.is_sealed = actor.id, False
    session.flush()
    session.expire(idea, ["author"])
    said = update(Comment).where(Comment.idea_id == idea.id, Comment.author_id == pseudonym_id)
    session.execute(said.values(author_id=actor.id))
    made = update(Report).where(Report.idea_id == idea.id, Report.reporter_id == pseudonym_id)
    session.execute(made.values(reporter_id=actor.id))
    _hand_over_notices(pseudonym_id, actor)
    event = events.draft_edited if idea.status == Status.DRAFT else events.unsealed
    event.record(idea, actor=actor)


def must_not_wait(idea: Idea) -> None:
    """Let only ideas pass that do not lie in the letter box.

    Raises:
        NotPossible: the idea waits there for its number.
    """
    if is_waiting(idea):
        raise NotPossible(
            _("The idea lies in the letter box. Take it out again if you want to change something.")
        )


def must_go_by_name(idea: Idea) -> None:
    """Let only ideas pass whose author is not sealed.

    Raises:
        NotPossible: the author's name is sealed.
    """
    if problem := goes_by_name(idea):
        raise NotPossible(problem)


def is_waiting(idea: Idea) -> bool:
    """Say whether the idea lies in the letter box."""
    seal = idea.seal if idea.is_sealed and idea.status == Status.DRAFT else None
    return seal is not None and seal.posted_on is not None


def _hand_over_notices(pseudonym_id: int, person: Person) -> None:
    """Let the person keep what the pseudonym was told, unless she was told it already."""
    known = select(Notice.entry_sequence).where(Notice.person_id == person.id)
    told = update(Notice).where(Notice.person_id == pseudonym_id)
    session.execute(
        told.where(Notice.entry_sequence.not_in(known)).values(person_id=person.id),
        execution_options={"synchronize_session": False},
    )
    session.execute(delete(Notice).where(Notice.person_id == pseudonym_id))
