from dataclasses import replace
from datetime import date, timedelta

import pytest

from ideas.core import clock
from ideas.core.database import transaction
from ideas.core.errors import Invalid, NotAllowed, NotFound, NotPossible, Stale
from ideas.process.queries import history_of, visible_reason
from ideas.programme.actions import (
    CriterionText,
    close_campaign,
    create_campaign,
    edit_campaign,
    edit_rubric,
    open_campaign,
)
from ideas.programme.models import CampaignStatus, Step
from ideas.programme.queries import (
    all_campaigns,
    due_date,
    get_campaign,
    get_readable_campaign,
    open_campaigns,
    permanent_channel,
    readable_campaigns,
)
from tests.build.programme import WHOLE, prepared_campaign, running_campaign

ANCHORS = ("gar nicht", "kaum", "etwas", "viel", "sehr")


def criteria(*weights):
    return [CriterionText(f"K{n}", weight, ANCHORS) for n, weight in enumerate(weights, 1)]


def test_a_new_campaign_brings_the_usual_criteria_and_deadlines(clara):
    key = prepared_campaign(by=clara)
    with transaction():
        campaign = get_campaign(key)
        assert (campaign.name, campaign.status) == (WHOLE.name, CampaignStatus.DRAFT)
        assert sum(criterion.weight for criterion in campaign.criteria) == 100
        assert len(campaign.deadlines) == len(Step)
        assert [entry.event for entry in history_of(campaign)] == ["campaign.created"]


@pytest.mark.parametrize("name", ["anna", "bernd", "olaf", "armin"])
def test_only_coordination_and_chair_prepare_campaigns(everyone, name):
    with transaction(), pytest.raises(NotAllowed):
        create_campaign(WHOLE, actor=everyone[name])


def test_two_campaigns_never_have_one_name(clara):
    prepared_campaign(by=clara)
    with pytest.raises(Invalid):
        prepared_campaign(by=clara)


def test_in_preparation_only_its_makers_know_of_it(clara, doris, anna):
    key = prepared_campaign(by=clara)
    with transaction():
        assert get_readable_campaign(key, reader=doris).id == key
        with pytest.raises(NotFound):
            get_readable_campaign(key, reader=anna)
        assert len(readable_campaigns(doris)) == len(all_campaigns()) == 2
        assert [campaign.is_permanent for campaign in readable_campaigns(anna)] == [True]


def test_editing_changes_texts_and_deadlines(clara):
    key = prepared_campaign(by=clara)
    with transaction():
        text = replace(WHOLE, name="Anders", description="**Mehr**")
        edit_campaign(get_campaign(key), text, days={Step.PUBLISH: 7}, seen=1, actor=clara)
    with transaction():
        campaign = get_campaign(key)
        assert (campaign.name, campaign.version) == ("Anders", 2)
        assert campaign.description.html == "<p><strong>Mehr</strong></p>\n"
        assert due_date(Step.PUBLISH, date(2026, 3, 2), key) == date(2026, 3, 11)
        assert due_date(Step.SCREENING, date(2026, 3, 2), key) == date(2026, 3, 16)


def test_a_rubric_is_replaced_as_a_whole(clara):
    key = prepared_campaign(by=clara)
    with transaction():
        edit_rubric(get_campaign(key), criteria(70, 30), seen=1, actor=clara)
    with transaction():
        campaign = get_campaign(key)
        assert [(row.name, row.weight) for row in campaign.criteria] == [("K1", 70), ("K2", 30)]
        assert campaign.criteria[1].anchors == list(ANCHORS)
        assert campaign.version == 2
        edit_rubric(campaign, criteria(20, 30, 50), seen=2, actor=clara)
    with transaction():
        assert [row.weight for row in get_campaign(key).criteria] == [20, 30, 50]


@pytest.mark.parametrize("weights", [(70, 31), (99,), ()])
def test_weights_make_a_hundred(clara, weights):
    key = prepared_campaign(by=clara)
    with transaction():
        campaign = get_campaign(key)
        with pytest.raises(Invalid):
            edit_rubric(campaign, criteria(*weights), seen=1, actor=clara)


def test_every_point_has_its_sentence(clara):
    key = prepared_campaign(by=clara)
    with transaction():
        campaign = get_campaign(key)
        with pytest.raises(Invalid):
            edit_rubric(campaign, [CriterionText("K", 100, ANCHORS[:4])], seen=1, actor=clara)


def test_an_edit_on_an_old_version_is_refused(clara, doris):
    key = prepared_campaign(by=clara)
    with transaction():
        edit_rubric(get_campaign(key), criteria(100), seen=1, actor=doris)
    with transaction():
        campaign = get_campaign(key)
        with pytest.raises(Stale):
            edit_campaign(campaign, WHOLE, seen=1, actor=clara)
        with pytest.raises(Stale):
            edit_rubric(campaign, criteria(100), seen=1, actor=clara)


def test_an_open_campaign_stands(clara):
    key = running_campaign(by=clara)
    with transaction():
        campaign = get_campaign(key)
        assert campaign.status == CampaignStatus.OPEN
        assert campaign in open_campaigns()
        with pytest.raises(NotPossible):
            edit_campaign(campaign, WHOLE, seen=campaign.version, actor=clara)
        with pytest.raises(NotPossible):
            open_campaign(campaign, actor=clara)


@pytest.mark.parametrize(
    "lacking",
    [
        {"question": ""},
        {"goal": ""},
        {"promise": ""},
        {"closes_on": WHOLE.opens_on},
        {"decides_on": date(2026, 2, 1)},
    ],
    ids=str,
)
def test_what_lacks_something_is_not_opened(clara, lacking):
    with pytest.raises(NotPossible):
        running_campaign(by=clara, text=replace(WHOLE, **lacking))


def test_wrong_weights_keep_a_campaign_closed(clara):
    key = prepared_campaign(by=clara)
    with transaction():
        campaign = get_campaign(key)
        campaign.criteria[0].weight += 1
        with pytest.raises(NotPossible):
            open_campaign(campaign, actor=clara)


@pytest.mark.parametrize(
    ("day", "takes"),
    [
        (date(2026, 1, 4), False),
        (WHOLE.opens_on, True),
        (WHOLE.closes_on, True),
        (date(2100, 1, 1), False),
    ],
)
def test_ideas_come_in_between_the_two_days_only(clara, day, takes):
    key = running_campaign(by=clara)
    last_moment = clock.end_of(day) - timedelta(seconds=1)
    with clock.at(last_moment), transaction():
        assert (key in [campaign.id for campaign in open_campaigns()]) == takes


def test_closing_has_a_reason(clara):
    key = running_campaign(by=clara)
    with transaction():
        close_campaign(get_campaign(key), reason="Die Zeit ist um.", actor=clara)
    with transaction():
        campaign = get_campaign(key)
        assert campaign.status == CampaignStatus.CLOSED
        assert visible_reason(history_of(campaign)[-1].reason) == "Die Zeit ist um."
        assert campaign not in open_campaigns()


def test_the_permanent_channel_is_never_closed(clara):
    with transaction():
        channel = permanent_channel()
        with pytest.raises(NotAllowed):
            close_campaign(channel, reason="Schluss.", actor=clara)
