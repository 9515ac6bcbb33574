"""Who takes part in a campaign, and what the house is told at its end."""

from dataclasses import dataclass, field

from sqlalchemy.orm.attributes import flag_modified

from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _
from ideas.core.rich_text import ON_A_PAGE, RichText
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply
from ideas.programme import events, rules, workflow
from ideas.programme.models import (
    Campaign,
    CampaignPerson,
    CampaignStatus,
    CampaignUnit,
    TakesPart,
)

OVER = frozenset({CampaignStatus.CLOSED, CampaignStatus.ARCHIVED})


@dataclass(frozen=True)
class Circle:
    """Who takes part: everybody, or these teams and persons; and whether the others read it."""

    takes_part: TakesPart = TakesPart.EVERYBODY
    others_read: bool = True
    units: frozenset[int] = field(default_factory=frozenset)
    persons: frozenset[int] = field(default_factory=frozenset)


def circle_of(campaign: Campaign) -> Circle:
    """Return who takes part in the campaign."""
    return Circle(
        campaign.takes_part,
        campaign.others_read,
        frozenset(row.unit_id for row in campaign.units),
        frozenset(row.person_id for row in campaign.persons),
    )


def choose_circle(campaign: Campaign, circle: Circle, *, seen: int, actor: Person) -> None:
    """Say who takes part; once the campaign is known the circle can only grow.

    Raises:
        Stale: somebody else changed the campaign since it was shown.
        Invalid: nobody is chosen.
        NotPossible: somebody would be taken out of a campaign that is known already.
    """
    rules.may_schedule_campaign.require(actor, campaign)
    if campaign.version != seen:
        raise Stale(_("Somebody else changed this in the meantime."), campaign)
    if campaign.status in OVER:
        raise NotPossible(_("The campaign is closed."))
    if circle.takes_part == TakesPart.EVERYBODY:
        circle = Circle()
    elif not (circle.units or circle.persons):
        raise Invalid(_("Please choose at least one team or one person."))
    if campaign.status == CampaignStatus.OPEN:
        _only_wider(circle_of(campaign), circle)
    campaign.takes_part, campaign.others_read = circle.takes_part, circle.others_read
    known = {row.unit_id: row for row in campaign.units}
    campaign.units = [known.get(key) or CampaignUnit(unit_id=key) for key in sorted(circle.units)]
    there = {row.person_id: row for row in campaign.persons}
    campaign.persons = [
        there.get(key) or CampaignPerson(person_id=key) for key in sorted(circle.persons)
    ]
    flag_modified(campaign, "name")
    events.edited.record(campaign, actor=actor)


def schedule_campaign(campaign: Campaign, *, actor: Person) -> None:
    """Let the campaign open by itself on its first day."""
    apply(workflow.schedule_campaign, campaign, actor=actor)


def take_back_campaign(campaign: Campaign, *, actor: Person) -> None:
    """Take a scheduled campaign back into preparation."""
    apply(workflow.take_back_campaign, campaign, actor=actor)


def archive_campaign(campaign: Campaign, *, actor: Person) -> None:
    """Put a closed campaign away; the house knows what became of it."""
    apply(workflow.archive_campaign, campaign, actor=actor)


def report_campaign(campaign: Campaign, text: str, *, seen: int, actor: Person) -> None:
    """Tell the house what became of a closed campaign; only the first telling is a notice.

    Raises:
        Stale: somebody else changed the campaign since it was shown.
    """
    rules.may_report_campaign.require(actor, campaign)
    if campaign.status not in OVER:
        raise NotPossible(_("The result is told when the campaign is closed."))
    if campaign.version != seen:
        raise Stale(_("Somebody else changed this in the meantime."), campaign)
    event = events.edited if campaign.report else events.reported
    written = RichText.write(text, top=ON_A_PAGE)
    campaign.report_source, campaign.report_html = written.source, written.html
    flag_modified(campaign, "name")
    event.record(campaign, actor=actor, why=Why())


def _only_wider(present: Circle, wanted: Circle) -> None:
    if wanted.takes_part == TakesPart.EVERYBODY and present.others_read:
        return
    fewer = present.units - wanted.units or present.persons - wanted.persons
    narrower = present.takes_part == TakesPart.EVERYBODY
    if fewer or narrower or wanted.others_read != present.others_read:
        raise NotPossible(
            _("The campaign is open: more teams and persons can join, nobody can be taken out.")
        )
