"""The order of the cards within a phase."""

from dataclasses import dataclass

from sqlalchemy import case, update

from ideas.core.database import session
from ideas.core.enums import Labelled
from ideas.core.errors import NotPossible
from ideas.core.i18n import _, _lp
from ideas.maturation import events, rules
from ideas.maturation.figures import between, neighbours, spread
from ideas.maturation.models import Project
from ideas.maturation.queries.projects import lane
from ideas.people.models import Person


class Side(Labelled):
    """On which side of another card a card is put."""

    BEFORE = "before", _lp("side", "before")
    AFTER = "after", _lp("side", "after")


@dataclass(frozen=True)
class Spot:
    """Where a card stands now: its place of how many; whether its neighbour had left."""

    place: int
    of: int
    neighbour_left: bool


def reorder_project(project: Project, anchor_id: int, side: Side, *, actor: Person) -> Spot:
    """Put the card beside another one of its phase, or at the end when that one has left."""
    rules.may_order.require(actor, project)
    if project.phase_id is None:
        raise NotPossible(_("This project is not on the board any more."))
    cards = lane(project.phase_id, besides=project)
    ids = [card_id for card_id, _sort in cards]
    left = anchor_id not in ids
    at = len(ids) if left else ids.index(anchor_id) + (side == Side.AFTER)
    project.sort = _room(ids, [sort for _id, sort in cards], at)
    events.reordered.record(project, actor=actor, place=at + 1)
    return Spot(at + 1, len(ids) + 1, left)


def _room(ids: list[int], sorts: list[int], at: int) -> int:
    """Return a sort for this place; the lane is numbered anew when there is no gap."""
    found = between(*neighbours(sorts, at))
    if found is None:
        sorts = spread(len(ids))
        _renumber(ids, sorts)
        found = between(*neighbours(sorts, at))
    return found or 0


def _renumber(ids: list[int], sorts: list[int]) -> None:
    # A plain update of the column: the cards are not moved, so their versions stay.
    numbers = case(dict(zip(ids, sorts, strict=True)), value=Project.id)
    statement = update(Project).where(Project.id.in_(ids)).values(sort=numbers)
    session.execute(statement, execution_options={"synchronize_session": False})
