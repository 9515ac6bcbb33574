"""What must hold of threads, hidden comments and limited votes."""

from collections.abc import Iterator

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from ideas.cli.invariants.finding import each
from ideas.ideation.models import Comment, CommentVersion, Idea, Support
from ideas.programme.models import Campaign


def threads() -> Iterator[str]:
    """A reply stands under the first comment of a thread on the same idea."""
    root = aliased(Comment)
    lost = (
        select(Comment.id)
        .join(root, root.id == Comment.thread_id)
        .where(or_(root.thread_id.is_not(None), root.idea_id != Comment.idea_id))
    )
    yield from each("Kommentar {} antwortet auf keinen Beginn eines Gesprächs seiner Idee.", lost)


def comments() -> Iterator[str]:
    """Every change kept what stood before, and only hidden comments have objections."""
    kept = (
        select(func.count())
        .select_from(CommentVersion)
        .where(CommentVersion.comment_id == Comment.id)
        .scalar_subquery()
    )
    differ = select(Comment.id, Comment.edits, kept).where(Comment.edits != kept)
    yield from each("Kommentar {} wurde {} Mal geändert, bewahrt sind {} Fassungen.", differ)
    objected = or_(Comment.objected_at.is_not(None), Comment.upheld_at.is_not(None))
    shown = select(Comment.id).where(Comment.hidden_at.is_(None), objected)
    yield from each("Kommentar {} hat einen Einwand, ist aber nicht ausgeblendet.", shown)


def votes() -> Iterator[str]:
    """Nobody supports more ideas of a campaign than its votes allow."""
    over = (
        select(Support.person_id, func.count(), Campaign.id, Campaign.support_limit)
        .join(Idea, Idea.id == Support.idea_id)
        .join(Campaign, Campaign.id == Idea.campaign_id)
        .where(Campaign.support_limit.is_not(None))
        .group_by(Support.person_id, Campaign.id, Campaign.support_limit)
        .having(func.count() > Campaign.support_limit)
    )
    yield from each("Person {} hat {} Stimmen in Kampagne {} vergeben, erlaubt sind {}.", over)
