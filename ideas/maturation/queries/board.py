"""The board: lanes of cards, read as plain rows, and the shelves beside it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, exists, func, select

from ideas.core import clock
from ideas.core.database import session
from ideas.ideation.models import Idea, ProjectStatus
from ideas.ideation.rules import readable_by
from ideas.maturation.models import Health, Project
from ideas.people.models import Person, Unit
from ideas.programme.models import Campaign, Phase
from ideas.programme.queries import phases
from ideas.programme.rules import known_to

SHELVES = (ProjectStatus.PARKED, ProjectStatus.STOPPED, ProjectStatus.COMPLETED)


@dataclass(frozen=True)
class Filter:
    """What the reader wants to see of the board; nothing chosen is everything."""

    campaign_id: int | None = None
    unit_id: int | None = None
    health: Health | None = None
    owner_id: int | None = None


class Card(NamedTuple):
    """The face of a project on the board; `above` and `below` are its visible neighbours."""

    id: int
    number: str
    title: str
    status: ProjectStatus
    days: int
    health: Health | None
    next_date: date | None
    team: str | None
    above: int | None = None
    below: int | None = None


class Lane(NamedTuple):
    """A phase with the cards the reader sees in it."""

    phase: Phase
    cards: list[Card]

    @property
    def size(self) -> int:
        """Return how many cards are shown."""
        return len(self.cards)


class Board(NamedTuple):
    """All lanes, and how many projects lie beside them."""

    lanes: list[Lane]
    beside: dict[ProjectStatus, int]


def board(reader: Person, chosen: Filter | None = None) -> Board:
    """Return the board as this person sees it."""
    chosen = chosen or Filter()
    cards: dict[int, list[Card]] = {}
    today = clock.today()
    for row in session.execute(_on_board(reader, chosen)):
        cards.setdefault(row.phase_id, []).append(_card(row, today))
    lanes = [Lane(phase, _linked(cards.get(phase.id, []))) for phase in phases()]
    return Board(lanes, _beside(reader, chosen))


def shelf(reader: Person, status: ProjectStatus, *, page: int, size: int) -> list[Row[Any]]:
    """Return a page of the projects beside the board, newest first, and one more if there is."""
    statement = (
        select(Idea.number, Idea.title, Project.status_since, Project.resume_on)
        .add_columns(Phase.name.label("phase"), Unit.name.label("team"))
        .join(Project.idea)
        .join(Project.last_phase)
        .join(Project.owner)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Project.status == status, readable_by(reader))
        .order_by(Project.status_since.desc(), Project.id.desc())
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def choices_of_filter(
    reader: Person,
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Return the campaigns and the teams that have projects the reader may know of."""
    of_campaign = exists().where(Project.idea_id == Idea.id, Idea.campaign_id == Campaign.id)
    of_unit = exists().where(Project.owner_id == Person.id, Person.unit_id == Unit.id)
    campaigns = select(Campaign.id, Campaign.name).where(of_campaign, known_to(reader))
    campaigns = campaigns.order_by(Campaign.name)
    units = select(Unit.id, Unit.name).where(of_unit).order_by(Unit.name)
    return (
        [(row.id, row.name) for row in session.execute(campaigns)],
        [(row.id, row.name) for row in session.execute(units)],
    )


def _on_board(reader: Person, chosen: Filter) -> Select[Any]:
    statement = (
        select(Project.id, Project.phase_id, Project.status, Project.phase_since, Project.health)
        .add_columns(Project.next_date, Idea.number, Idea.title, Unit.name.label("team"))
        .join(Project.idea)
        .join(Project.owner)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Project.phase_id.is_not(None), readable_by(reader))
        .order_by(Project.sort, Project.id)
    )
    return _chosen(statement, chosen)


def _beside(reader: Person, chosen: Filter) -> dict[ProjectStatus, int]:
    statement = (
        select(Project.status)
        .add_columns(func.count().label("cards"))
        .join(Project.idea)
        .join(Project.owner)
        .where(Project.phase_id.is_(None), readable_by(reader))
        .group_by(Project.status)
    )
    counted = {row.status: row.cards for row in session.execute(_chosen(statement, chosen))}
    return {status: counted.get(status, 0) for status in SHELVES}


def _chosen(statement: Select[Any], chosen: Filter) -> Select[Any]:
    if chosen.campaign_id is not None:
        statement = statement.where(Idea.campaign_id == chosen.campaign_id)
    if chosen.unit_id is not None:
        statement = statement.where(Person.unit_id == chosen.unit_id)
    if chosen.health is not None:
        statement = statement.where(Project.health == chosen.health)
    if chosen.owner_id is not None:
        statement = statement.where(Project.owner_id == chosen.owner_id)
    return statement


def _card(row: Row[Any], today: date) -> Card:
    return Card(
        id=row.id,
        number=row.number,
        title=row.title,
        status=row.status,
        days=days_since(row.phase_since, today),
        health=row.health,
        next_date=row.next_date,
        team=row.team,
    )


def _linked(cards: list[Card]) -> list[Card]:
    """Tell each card who stands above and below it."""
    ids = [None, *(card.id for card in cards), None]
    return [card._replace(above=ids[n], below=ids[n + 2]) for n, card in enumerate(cards)]


def days_since(moment: datetime, today: date) -> int:
    """Return how many calendar days lie between a moment and today."""
    return (today - clock.local(moment).date()).days
