"""A campaign's days: phases, scheduling, more time, and what the house does by itself."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible, Stale
from ideas.ideation.actions import draft_idea
from ideas.process.models import Entry, Notice
from ideas.process.queries import history_of, visible_reason
from ideas.programme.actions import (
    edit_phases,
    keep_calendar,
    open_campaign,
    prolong_campaign,
    prolong_phase,
    schedule_campaign,
    take_back_campaign,
)
from ideas.programme.models import Activity, CampaignStatus
from ideas.programme.queries import get_campaign, permanent_channel, takes_ideas
from ideas.programme.rules import allows, why_not
from tests.build.ideation import TEXTS, as_system
from tests.build.ideation import draft as draft_for
from tests.build.programme import WHOLE, phase, phased_campaign, prepared_campaign

COLLECT = phase("Sammeln", -10, 5, Activity.SUBMIT, Activity.COMMENT)
DISCUSS = phase("Reden", 6, 15, Activity.COMMENT, Activity.SUPPORT)
JUDGE = phase("Bewerten", 20, 40, Activity.SCORE)


def in_days(count):
    return clock.today() + timedelta(days=count)


def planned(doris, *, first=3):
    text = replace(WHOLE, opens_on=in_days(first), closes_on=in_days(20), decides_on=in_days(40))
    key = prepared_campaign(by=doris, text=text)
    with transaction():
        schedule_campaign(get_campaign(key), actor=doris)
    return key


def let_pass(days):
    """Let the house do its daily work so many days from now."""
    system = as_system()
    with clock.at(clock.now() + timedelta(days=days)), transaction():
        return keep_calendar(actor=system)


def told(event):
    with transaction():
        statement = select(Notice.person_id).join(Entry).where(Entry.event == event)
        return set(session.scalars(statement))


@pytest.mark.parametrize(
    "lacking", ["question", "goal", "measure", "promise", "sponsor", "opens_on", "closes_on",
                "decides_on"],
)  # fmt: skip
def test_nothing_that_is_mandatory_may_lack(doris, lacking):
    empty = None if lacking.endswith("_on") else ""
    text = replace(WHOLE, opens_on=in_days(3), closes_on=in_days(9), decides_on=in_days(19))
    key = prepared_campaign(by=doris, text=replace(text, **{lacking: empty}))
    with transaction(), pytest.raises(NotPossible):
        schedule_campaign(get_campaign(key), actor=doris)


def test_it_opens_by_itself_on_its_day_and_closes_after_its_last(doris, anna, armin):
    key = planned(doris)
    assert let_pass(2) == 0
    assert let_pass(3) == 1
    with transaction():
        assert get_campaign(key).status == CampaignStatus.OPEN
    assert {anna.id, doris.id} <= told("campaign.opened")
    assert armin.id not in told("campaign.opened")
    assert let_pass(20) == 1  # the word that it ends soon
    assert let_pass(21) == 1
    with transaction():
        assert get_campaign(key).status == CampaignStatus.CLOSED


def test_what_is_scheduled_can_be_taken_back_and_not_be_edited(doris, anna):
    key = planned(doris)
    with transaction(), pytest.raises(NotPossible):
        edit_phases(get_campaign(key), [COLLECT], seen=get_campaign(key).version, actor=doris)
    with transaction(), pytest.raises(NotAllowed):
        take_back_campaign(get_campaign(key), actor=anna)
    with transaction():
        take_back_campaign(get_campaign(key), actor=doris)
    assert let_pass(3) == 0


def test_a_first_day_that_has_come_is_opened_by_hand(doris):
    key = prepared_campaign(by=doris)
    with transaction(), pytest.raises(NotPossible):
        schedule_campaign(get_campaign(key), actor=doris)


def test_opened_earlier_by_hand_it_begins_today(doris):
    key = planned(doris)
    with transaction():
        open_campaign(get_campaign(key), actor=doris)
    with transaction():
        campaign = get_campaign(key)
        assert (campaign.opens_on, takes_ideas(campaign)) == (clock.today(), True)


def test_the_permanent_channel_has_no_phases_and_is_never_scheduled(doris):
    with transaction():
        channel = permanent_channel()
        with pytest.raises(NotAllowed):
            edit_phases(channel, [COLLECT], seen=channel.version, actor=doris)
        with pytest.raises(NotAllowed):
            schedule_campaign(channel, actor=doris)


@pytest.mark.parametrize(
    ("day", "allowed"),
    [(0, {"submit", "comment"}), (6, {"comment", "support"}), (17, set()), (20, {"score"}),
     (41, set())],
)  # fmt: skip
def test_a_day_allows_what_its_phase_allows(doris, day, allowed):
    key = phased_campaign(COLLECT, DISCUSS, JUDGE, by=doris)
    with transaction():
        campaign, then = get_campaign(key), in_days(day)
        assert {one.value for one in Activity if allows(campaign, one, then)} == allowed


def test_a_campaign_without_phases_allows_everything(doris):
    with transaction():
        channel = permanent_channel()
        assert all(allows(channel, one, date(2050, 1, 1)) for one in Activity)


def test_the_sentence_says_when_it_is_possible_again(doris):
    key = phased_campaign(COLLECT, DISCUSS, JUDGE, by=doris)
    with transaction():
        campaign = get_campaign(key)
        support = why_not(campaign, Activity.SUPPORT)
        assert "“Sammeln”" in support
        assert "“Reden”" in support
        assert "No later phase" in why_not(campaign, Activity.SUBMIT, in_days(7))
        assert "no phase of the campaign" in why_not(campaign, Activity.SCORE, in_days(17))
        assert why_not(campaign, Activity.COMMENT) == ""


@pytest.mark.parametrize(
    "phases",
    [
        [COLLECT, phase("Doppelt", 5, 9, Activity.COMMENT)],
        [phase("Verkehrt", 5, 3, Activity.SUBMIT)],
    ],
    ids=["overlap", "end before begin"],
)
def test_phases_never_overlap(doris, phases):
    with pytest.raises(Invalid):
        phased_campaign(*phases, by=doris)


@pytest.mark.parametrize(
    "phases",
    [
        [DISCUSS],
        [phase("Zu lang", 0, 31, Activity.SUBMIT)],
        [phase("Früh", -11, 1, Activity.SUBMIT)],
    ],
    ids=["nobody submits", "after the last day", "before the first day"],
)
def test_phases_that_do_not_fit_keep_a_campaign_closed(doris, phases):
    with pytest.raises(NotPossible):
        phased_campaign(*phases, by=doris)


def test_phases_of_an_old_version_are_refused(doris):
    key = phased_campaign(COLLECT, by=doris, opened=False)
    with transaction(), pytest.raises(Stale):
        edit_phases(get_campaign(key), [], seen=1, actor=doris)


def test_a_prolonged_phase_pushes_the_later_ones_and_is_told_with_its_reason(doris, anna):
    key = phased_campaign(COLLECT, DISCUSS, JUDGE, by=doris)
    with transaction():
        first = get_campaign(key).phases[0].id
    draft_in(key, anna)
    with transaction():
        prolong_phase(get_campaign(key), first, in_days(12), reason="Ferien.", actor=doris)
    with transaction():
        campaign = get_campaign(key)
        days = [(one.starts_on, one.ends_on) for one in campaign.phases]
        assert days == [
            (in_days(-10), in_days(12)),
            (in_days(13), in_days(22)),
            (in_days(23), in_days(43)),
        ]
        assert visible_reason(history_of(campaign)[-1].reason) == "Ferien."
    assert told("campaign.prolonged") == {anna.id}


def test_no_end_ever_comes_earlier(doris):
    key = phased_campaign(COLLECT, by=doris)
    for until in (COLLECT.ends_on, in_days(1)):
        with transaction():
            campaign = get_campaign(key)
            first = campaign.phases[0].id
            with pytest.raises(Invalid):
                prolong_phase(campaign, first, until, reason="x", actor=doris)
    other = planned(doris)
    with transaction(), pytest.raises(Invalid):
        prolong_campaign(get_campaign(other), in_days(19), reason="x", actor=doris)


def test_more_time_moves_the_decision_if_it_would_come_too_early(doris):
    key = planned(doris)
    with transaction():
        prolong_campaign(get_campaign(key), in_days(45), reason="Ferien.", actor=doris)
    with transaction():
        campaign = get_campaign(key)
        assert (campaign.closes_on, campaign.decides_on) == (in_days(45), in_days(65))


def draft_in(key, person):
    """Give the person a draft for the campaign."""
    with transaction():
        draft_idea(TEXTS, campaign=get_campaign(key), actor=person)


def test_48_hours_before_a_phase_ends_those_with_drafts_are_told_once(doris, anna, bernd):
    key = phased_campaign(COLLECT, DISCUSS, by=doris)
    draft_in(key, anna)
    draft_for(by=bernd)
    assert [let_pass(day) for day in (3, 4, 5)] == [0, 1, 0]
    assert told("campaign.phase_ending") == {anna.id}
    assert let_pass(14) == 1
