"""Take a campaign as the template of the next one."""

from datetime import date, timedelta

from ideas.core.database import session
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.people.models import Person
from ideas.process.transitions import begin
from ideas.programme import events, rules
from ideas.programme.actions.asking import copy_questions
from ideas.programme.models import (
    Campaign,
    CampaignPerson,
    CampaignPhase,
    CampaignStatus,
    CampaignUnit,
    Criterion,
    Deadline,
)
from ideas.programme.queries import find_campaign

TEXTS = ("question", "goal", "measure", "promise", "sponsor", "description")


def copy_campaign(source: Campaign, name: str, opens_on: date, *, actor: Person) -> Campaign:
    """Prepare a campaign like this one; all its days keep their distance from the first day.

    Raises:
        Invalid: another campaign has this name.
    """
    rules.may_create_campaign.require(actor)
    if find_campaign(name):
        raise Invalid(_("Another campaign has this name."))
    ahead = opens_on - source.opens_on if source.opens_on else timedelta()
    copy = Campaign(name=name, opens_on=opens_on, **{key: getattr(source, key) for key in TEXTS})
    if source.opens_on:
        copy.closes_on = source.closes_on and source.closes_on + ahead
        copy.decides_on = source.decides_on and source.decides_on + ahead
    copy.criteria = [_criterion(row) for row in source.criteria]
    copy.deadlines = [
        Deadline(step=row.step, working_days=row.working_days) for row in source.deadlines
    ]
    copy.phases = [_phase(row, ahead) for row in source.phases]
    copy.phase_count = len(copy.phases)
    copy.takes_part, copy.others_read = source.takes_part, source.others_read
    copy.units = [CampaignUnit(unit_id=row.unit_id) for row in source.units]
    copy.persons = [CampaignPerson(person_id=row.person_id) for row in source.persons]
    begin(copy, CampaignStatus.DRAFT)
    session.add(copy)
    session.flush()
    copy_questions(source, copy)
    events.created.record(copy, actor=actor, source=source.id)
    return copy


def _criterion(row: Criterion) -> Criterion:
    return Criterion(
        position=row.position,
        key=row.key,
        name=row.name,
        explanation=row.explanation,
        weight=row.weight,
        anchors=list(row.anchors),
    )


def _phase(row: CampaignPhase, ahead: timedelta) -> CampaignPhase:
    return CampaignPhase(
        name=row.name,
        starts_on=row.starts_on + ahead,
        ends_on=row.ends_on + ahead,
        allows=list(row.allows),
    )
