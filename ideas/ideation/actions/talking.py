"""What an author still says to a handed-in idea."""

from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session
from ideas.ideation import rules, workflow
from ideas.ideation.actions.writing import Texts, edit_idea, texts_of
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply


def withdraw_idea(idea: Idea, *, reason: str = "", actor: Person) -> None:
    """Take one's idea out of the process before anybody has begun with it."""
    apply(workflow.withdraw, idea, actor=actor, why=Why(public=reason))


def answer_query(
    idea: Idea, text: str, mended: Texts | None = None, *, seen: int = 0, actor: Person
) -> None:
    """Answer the coordination's question, with a mended text if there is one; screening goes on.

    Raises:
        Stale: the text was changed elsewhere since it was shown.
    """
    rules.may_answer.require(actor, idea)
    if mended and mended != texts_of(idea):
        edit_idea(idea, mended, seen=seen, actor=actor)
    apply(workflow.answer, idea, actor=actor, why=Why(public=text))


def lapse_queries(*, actor: Person) -> int:
    """Go on with every idea whose question was not answered in time; return how many."""
    rules.may_lapse.require(actor)
    late = select(Idea).where(Idea.status == Status.QUERY, Idea.ball_until < clock.today())
    ideas = session.scalars(late.with_for_update(skip_locked=True)).all()
    for idea in ideas:
        apply(workflow.lapse, idea, actor=actor)
    return len(ideas)
