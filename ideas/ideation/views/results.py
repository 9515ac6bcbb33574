"""What the page of a campaign tells of its ideas."""

from ideas.ideation.queries.results import counts_of, outcomes_of
from ideas.ideation.views.entries import KINDS
from ideas.people.models import Person
from ideas.programme.models import Campaign, CampaignStatus
from ideas.programme.views.panels import Part, campaign_parts

OVER = frozenset({CampaignStatus.CLOSED, CampaignStatus.ARCHIVED})


def ideas_so_far(campaign: Campaign, person: Person) -> Part | None:
    """Count the ideas; when the campaign is over, name each answer with its reason."""
    counts = counts_of(campaign, reader=person)
    if not counts:
        return None
    outcomes = outcomes_of(campaign, reader=person) if campaign.status in OVER else []
    values = {
        "counts": counts,
        "total": sum(counts.values()),
        "outcomes": outcomes,
        "kinds": KINDS,
    }
    return Part("ideation/_campaign_results.html", values)


campaign_parts.append(ideas_so_far)
