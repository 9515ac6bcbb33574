"""Reading what lies with other offices."""

from typing import Any

from sqlalchemy import select

from ideas.byways import rules
from ideas.core.database import session
from ideas.ideation.models import Forwarding, Idea
from ideas.ideation.rules import involving
from ideas.people.models import Person


def find_forwarding(idea: Idea) -> Forwarding | None:
    """Return where the idea lies or lay last, or None if it was never sent on."""
    statement = select(Forwarding).where(Forwarding.idea_id == idea.id)
    statement = statement.order_by(Forwarding.id.desc()).limit(1)
    return session.scalar(statement.execution_options(populate_existing=True))


def forwarded_ideas(*, reader: Person, page: int, size: int) -> list[Any]:
    """Return a page of the ideas that lie with another office, the next to be asked first."""
    rules.may_see_forwarded.require(reader)
    statement = (
        select(Idea.number, Idea.title, involving(reader).label("own"))
        .add_columns(Forwarding.addressee, Forwarding.office)
        .add_columns(Forwarding.forwarded_at, Forwarding.ask_again_on)
        .join(Idea, Idea.id == Forwarding.idea_id)
        .where(Forwarding.ended_at.is_(None))
        .order_by(Forwarding.ask_again_on, Forwarding.id)
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))
