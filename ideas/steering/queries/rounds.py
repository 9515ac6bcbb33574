"""Reading the rounds of scoring."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.programme.models import Campaign
from ideas.steering import rules
from ideas.steering.models import Round, RoundIdea, Screening

WAITS = (Idea.status == Status.SCREENING) & Screening.passed_at.is_not(None)


def all_rounds(*, reader: Person, page: int, size: int) -> list[Any]:
    """Return a page of the rounds, the newest first, with the number of their ideas.

    Raises:
        NotFound: the reader has nothing to do with rounds.
    """
    _let_in(reader)
    ideas = select(func.count()).where(RoundIdea.round_id == Round.id).scalar_subquery()
    statement = (
        select(Round.id, Round.name, Round.status, Round.status_since, Round.due_on)
        .add_columns(Campaign.name.label("campaign"), ideas.label("ideas"))
        .join(Campaign)
        .order_by(Round.id.desc())
        .offset((page - 1) * size)
        .limit(size + 1)
    )
    return list(session.execute(statement))


def get_round(round_id: int, *, reader: Person, released: bool = False) -> Round:
    """Return the round with campaign and criteria; with `released` a sealed one does not exist.

    Raises:
        NotFound: there is none, or the reader may not know of it.
    """
    campaign = joinedload(Round.campaign).selectinload(Campaign.criteria)
    round_ = session.get(Round, round_id, options=[campaign])
    is_sealed = round_ is not None and round_.status not in rules.UNSEALED
    if round_ is None or not rules.may_follow_rounds(reader, round_) or (released and is_sealed):
        raise NotFound(_("There is no such round."))
    return round_


def campaigns_with_waiting_ideas() -> list[Any]:
    """Return the campaigns with the number of screened ideas that wait for a round."""
    waiting = func.count(Screening.idea_id)
    statement = (
        select(Campaign.id, Campaign.name, waiting.label("ideas"))
        .outerjoin(Idea, (Idea.campaign_id == Campaign.id) & (Idea.status == Status.SCREENING))
        .outerjoin(Screening, (Screening.idea_id == Idea.id) & Screening.passed_at.is_not(None))
        .group_by(Campaign.id, Campaign.name, Campaign.is_permanent)
        .order_by(waiting.desc(), Campaign.is_permanent, Campaign.id.desc())
    )
    return list(session.execute(statement))


def waiting_ideas(campaign: Campaign) -> list[Idea]:
    """Return the screened ideas of the campaign in order of receipt, locked for the change."""
    statement = (
        select(Idea)
        .join(Screening)
        .where(Idea.campaign_id == campaign.id, WAITS)
        .options(selectinload(Idea.author))
        .order_by(Idea.number_year, Idea.number_n)
        .with_for_update(of=Idea)
        .execution_options(populate_existing=True)
    )
    return list(session.scalars(statement))


def lock(row: Idea | Round) -> None:
    """Read the row as it is now and keep others from changing it until the transaction ends."""
    session.refresh(row, with_for_update={"of": type(row)})


def _let_in(reader: Person) -> None:
    if not rules.may_follow_rounds(reader):
        raise NotFound(_("There is no such page."))
