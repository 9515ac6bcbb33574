"""Ideas that several people bring, built by the actions that people call."""

from ideas.core.database import session, transaction
from ideas.ideation import actions
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_participation
from ideas.people.models import Person
from tests.build.ideation import draft


def idea_row(key: int) -> Idea:
    """The idea as it is now, inside a transaction."""
    return session.get_one(Idea, key, populate_existing=True)


def invited(key: int, person: Person, *, by: Person) -> int:
    """Invite somebody to an idea; return the id of her part in it."""
    with transaction():
        row = actions.invite_coauthor(idea_row(key), person, actor=by)
        session.flush()
        return row.id


def accepted(key: int, person: Person, *, by: Person) -> int:
    """Invite somebody, who accepts."""
    row_id = invited(key, person, by=by)
    with transaction():
        row = get_participation(row_id, reader=person, lock=True)
        actions.accept_invitation(row, actor=person)
    return row_id


def shared_draft(*, by: Person, others: list[Person]) -> int:
    """Return the id of a draft that several people write."""
    key = draft(by=by)
    for person in others:
        accepted(key, person, by=by)
    return key


def named(key: int, person: Person, *, by: Person) -> int:
    """Name the author of a draft that was written on behalf; return the id of the question."""
    with transaction():
        row = actions.name_author(idea_row(key), person, actor=by)
        session.flush()
        return row.id


def asked(number: str, *, by: Person, text: str = "") -> int:
    """Ask to join a published idea; return the id of the request."""
    with transaction():
        idea = session.query(Idea).filter_by(number=number).one()
        row = actions.ask_to_join(idea, text, actor=by)
        session.flush()
        return row.id


def coached(key: int, person: Person, *, by: Person) -> int:
    """Ask a coach; return the id of the coaching."""
    with transaction():
        row = actions.ask_coach(idea_row(key), person, "Verständlich?", actor=by)
        session.flush()
        return row.id


def thrown_away(key: int, *, by: Person) -> None:
    """Delete a draft with everything that hangs on it."""
    with transaction():
        actions.delete_draft(idea_row(key), actor=by)


def submitted(key: int, *, by: Person) -> str:
    """Hand a draft in; return its number."""
    with transaction():
        idea = idea_row(key)
        actions.submit_idea(idea, actor=by)
        assert idea.number
        return idea.number
