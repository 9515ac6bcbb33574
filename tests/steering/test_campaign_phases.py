"""A round is scored only on days whose phase of the campaign allows it."""

import pytest

from ideas.core.database import session, transaction
from ideas.core.errors import NotPossible
from ideas.programme.models import Activity, CampaignPhase
from ideas.programme.queries import permanent_channel
from tests.build import programme, steering


def let_phases_hold(*phases):
    """Give the channel of the round phases, as only other campaigns have them."""
    with transaction():
        channel = permanent_channel()
        for text in phases:
            allows = [activity.value for activity in text.allows]
            days = {"starts_on": text.starts_on, "ends_on": text.ends_on}
            session.add(
                CampaignPhase(campaign_id=channel.id, name=text.name, allows=allows, **days)
            )
        channel.phase_count = len(phases)


def test_scoring_rests_until_its_phase_and_the_pages_say_when(browse, anna, bernd):
    number, _round = steering.in_round(by=anna)
    let_phases_hold(
        programme.phase("Reden", -5, 5, Activity.COMMENT),
        programme.phase("Urteilen", 6, 9, Activity.SCORE),
    )
    with pytest.raises(NotPossible, match="Urteilen"):
        steering.score(number, "bernd", 3)
    browser = browse(bernd)
    page = browser.get(f"/steuerung/ideen/{number}/bewertung")
    assert (page.status, "in der Phase „Urteilen“" in page.text) == (409, True)
    page = browser.get("/steuerung/bewerten")
    assert "Das Bewerten ruht Bewerten ist in der Phase „Reden“ nicht möglich." in page.text
    assert "Nächste Idee bewerten" not in page.links()


def test_in_its_phase_it_is_scored(anna):
    number, _round = steering.in_round(by=anna)
    let_phases_hold(programme.phase("Urteilen", -1, 1, Activity.SCORE))
    steering.score(number, "bernd", 3)
