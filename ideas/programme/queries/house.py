"""Reading what the house has set."""

from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import selectinload

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import NotFound
from ideas.core.i18n import _, day
from ideas.people.models import Person
from ideas.programme.models import (
    Activity,
    BarrierReport,
    BlockKind,
    Campaign,
    CampaignStatus,
    Deadline,
    GateQuestion,
    HousePage,
    Phase,
    Step,
    TextBlock,
    Topic,
)
from ideas.programme.rules import known_to, may_read_campaign, may_take_part, why_not

DEFAULT_DAYS = {
    Step.PUBLISH: 2,
    Step.SCREENING: 10,
    Step.QUERY: 15,
    Step.SCORING: 20,
    Step.UNIT_ANSWER: 5,
    Step.FAST_TRACK: 20,
    Step.CALL_IN: 10,
    Step.DECISION: 60,
    Step.DECISION_LETTER: 5,
}


def get_campaign(campaign_id: int) -> Campaign:
    """Return the campaign with criteria and deadlines.

    Raises:
        NotFound: there is none.
    """
    options = [selectinload(Campaign.criteria), selectinload(Campaign.deadlines)]
    campaign = session.get(Campaign, campaign_id, options=options)
    if campaign is None:
        raise NotFound(_("There is no such campaign."))
    return campaign


def get_readable_campaign(campaign_id: int, *, reader: Person) -> Campaign:
    """Return the campaign with criteria and deadlines.

    Raises:
        NotFound: there is none, or the reader may not know of it yet.
    """
    campaign = get_campaign(campaign_id)
    if not may_read_campaign(reader, campaign):
        raise NotFound(_("There is no such campaign."))
    return campaign


def find_campaign(name: str) -> Campaign | None:
    """Return the campaign of this name, or None."""
    return session.scalar(select(Campaign).where(Campaign.name == name))


def permanent_channel() -> Campaign:
    """Return the channel that is always open."""
    return session.scalars(select(Campaign).where(Campaign.is_permanent)).one()


def all_campaigns() -> list[Campaign]:
    """Return all campaigns, the newest first, the permanent channel last."""
    return list(
        session.scalars(select(Campaign).order_by(Campaign.is_permanent, Campaign.id.desc()))
    )


def readable_campaigns(reader: Person) -> list[Campaign]:
    """Return the campaigns the reader may know of, in the order of `all_campaigns`."""
    return [campaign for campaign in all_campaigns() if may_read_campaign(reader, campaign)]


def open_campaigns() -> list[Campaign]:
    """Return the campaigns that take ideas today."""
    statement = select(Campaign).where(Campaign.status == CampaignStatus.OPEN)
    ordered = session.scalars(statement.order_by(Campaign.is_permanent, Campaign.id.desc()))
    return [campaign for campaign in ordered if takes_ideas(campaign)]


def campaigns_to_answer(person: Person) -> list[Campaign]:
    """Return the campaigns in which the person can hand an idea in today."""
    return [campaign for campaign in open_campaigns() if may_take_part(person, campaign)]


def campaign_names(reader: Person) -> dict[int, str]:
    """Return the names of the campaigns the reader may know of, by their ids."""
    statement = select(Campaign.id, Campaign.name).where(known_to(reader))
    ordered = statement.order_by(Campaign.is_permanent, Campaign.id)
    return dict(session.execute(ordered).all())


def takes_ideas(campaign: Campaign) -> bool:
    """Say whether ideas can be handed in today."""
    return not why_no_ideas(campaign)


def why_no_ideas(campaign: Campaign) -> str:
    """Say in sentences why no idea can be handed in today, and when again; else ""."""
    today = clock.today()
    if campaign.status in {CampaignStatus.CLOSED, CampaignStatus.ARCHIVED}:
        return _("This campaign is closed; it takes no ideas any more.")
    if campaign.status != CampaignStatus.OPEN or (campaign.opens_on or today) > today:
        if campaign.opens_on:
            return _("This campaign takes ideas from %(day)s on.", day=day(campaign.opens_on))
        return _("This campaign takes no ideas at the moment.")
    if campaign.closes_on and campaign.closes_on < today:
        return _("This campaign took ideas until %(day)s.", day=day(campaign.closes_on))
    return why_not(campaign, Activity.SUBMIT)


def hiding_campaigns() -> Select[int]:
    """Select the campaigns that do not show yet how much support their ideas have."""
    running = or_(Campaign.closes_on.is_(None), Campaign.closes_on >= clock.today())
    return select(Campaign.id).where(
        Campaign.hides_support, Campaign.status != CampaignStatus.CLOSED, running
    )


def due_date(step: Step, start: date, campaign_id: int) -> date:
    """Return the day until which the step is promised, counted in working days."""
    statement = (
        select(Deadline.working_days)
        .where(Deadline.campaign_id == campaign_id)
        .where(Deadline.step == step)
    )
    with session.no_autoflush:  # it is asked in the middle of a step that is not written yet
        days = session.scalar(statement)
    return clock.add_working_days(start, days or DEFAULT_DAYS[step])


def all_topics() -> list[Topic]:
    """Return the topics by name."""
    return list(session.scalars(select(Topic).order_by(Topic.name)))


def get_topic(topic_id: int) -> Topic:
    """Return the topic.

    Raises:
        NotFound: there is none.
    """
    topic = session.get(Topic, topic_id)
    if topic is None:
        raise NotFound(_("There is no such topic."))
    return topic


def topic_names() -> dict[int, str]:
    """Return the names of the topics, by their ids, in the order of the names."""
    statement = select(Topic.id, Topic.name).order_by(Topic.name)
    return dict(session.execute(statement).all())


def phase_names() -> dict[int, str]:
    """Return the names of the phases, by their ids."""
    return dict(session.execute(select(Phase.id, Phase.name)).all())


def gate_questions() -> list[GateQuestion]:
    """Return the yes/no questions of the screening in their order."""
    return list(session.scalars(select(GateQuestion).order_by(GateQuestion.position)))


def phases() -> list[Phase]:
    """Return the phases in use with their checklists, in the order of the board."""
    statement = select(Phase).where(Phase.archived_at.is_(None)).order_by(Phase.position)
    return list(session.scalars(statement.options(selectinload(Phase.items))))


def next_phase(phase: Phase) -> Phase | None:
    """Return the phase behind this one's gate; None behind the last one."""
    return session.scalar(
        select(Phase)
        .where(Phase.position > phase.position, Phase.archived_at.is_(None))
        .order_by(Phase.position)
        .limit(1)
    )


def text_blocks() -> list[TextBlock]:
    """Return the building blocks in use, by what they are for and by name."""
    statement = select(TextBlock).where(TextBlock.retired_at.is_(None))
    blocks = session.scalars(statement.order_by(TextBlock.title, TextBlock.id))
    return sorted(blocks, key=lambda block: list(BlockKind).index(block.kind))


def get_block(block_id: int) -> TextBlock:
    """Return a building block in use.

    Raises:
        NotFound: there is none.
    """
    block = session.get(TextBlock, block_id)
    if block is None or block.retired_at:
        raise NotFound(_("There is no such building block."))
    return block


def get_page(slug: str) -> HousePage:
    """Return a page of the house.

    Raises:
        NotFound: there is none.
    """
    page = session.scalar(select(HousePage).where(HousePage.slug == slug))
    if page is None:
        raise NotFound(_("There is no such page."))
    return page


def barrier_reports() -> list[BarrierReport]:
    """Return the reported barriers, newest first."""
    return list(session.scalars(select(BarrierReport).order_by(BarrierReport.id.desc())))
