"""What every action on merged ideas keeps: nothing new for a part, and counts of the whole."""

from sqlalchemy import func, select, update

from ideas.core.database import session
from ideas.core.errors import NotPossible
from ideas.core.i18n import _
from ideas.ideation.models import Comment, Idea, Support, family_ids
from ideas.ideation.queries.family import lock_alone


def stand_alone(idea: Idea) -> None:
    """Let pass what is not merged into another idea, and keep it so until the transaction ends.

    Raises:
        NotPossible: it is merged; the message names the idea where it goes on.
    """
    lock_alone(idea)
    if idea.merged_into_id and idea.merged_into:
        raise NotPossible(
            _(
                "This idea is merged with idea %(number)s. Please go on there; nothing is lost.",
                number=idea.merged_into.number,
            )
        )


def recount(idea: Idea) -> None:
    """Store how many supporters and comments the idea has with those merged into it."""
    family = family_ids(idea)
    people = select(func.count(Support.person_id.distinct())).where(Support.idea_id.in_(family))
    comments = select(func.count(Comment.id)).where(Comment.idea_id.in_(family), Comment.shown())
    session.execute(
        update(Idea)
        .where(Idea.id == idea.id)
        .values(support_count=people.scalar_subquery(), comment_count=comments.scalar_subquery()),
        execution_options={"synchronize_session": False},
    )
    session.expire(idea, ["support_count", "comment_count"])


def recount_around(idea: Idea) -> None:
    """Store the counts of what leads to this idea, and of what it leads to."""
    own = select(func.count()).where(Support.idea_id == Idea.id).scalar_subquery()
    if idea.merged_count:
        session.execute(
            update(Idea).where(Idea.merged_into_id == idea.id).values(support_count=own),
            execution_options={"synchronize_session": False},
        )
    if idea.merged_into_id and idea.merged_into:
        recount(idea.merged_into)
