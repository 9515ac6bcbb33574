"""What the phases and the circle of a campaign let people do with its ideas."""

import pytest

from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, NotFound, NotPossible
from ideas.ideation.actions import comment_on, draft_idea, submit_idea, support
from ideas.ideation.queries import Wanted, get_idea, ideas_matching
from ideas.programme.actions import prolong_phase
from ideas.programme.models import Activity
from ideas.programme.queries import get_campaign
from ideas.steering.actions.screening import publish_idea
from tests.build.ideation import TEXTS
from tests.build.programme import circle_campaign, phase, phased_campaign
from tests.personas import person_named


def campaign_that_allows(*activities, by):
    """A campaign in which ideas came in until yesterday; today this is possible."""
    parts = [phase("Sammeln", -10, -6, Activity.SUBMIT), phase("Heute", -5, 5, *activities)]
    return phased_campaign(*parts, phase("Später", 6, 9, *Activity), by=by)


def published_in(key, *, by):
    """An idea of this campaign that is published, whatever the campaign's phase says."""
    clara = person_named("clara")
    with transaction():
        campaign = get_campaign(key)
        idea = draft_idea(TEXTS, campaign=campaign, actor=by)
        session.flush()
        held, campaign.phase_count = campaign.phase_count, 0
        submit_idea(idea, actor=by)
        publish_idea(idea, actor=clara)
        campaign.phase_count = held
        return idea.number


def test_outside_of_its_phase_nothing_is_handed_in_and_the_page_says_when(browse, doris, anna):
    key = campaign_that_allows(Activity.COMMENT, by=doris)
    with transaction():
        idea = draft_idea(TEXTS, campaign=get_campaign(key), actor=anna)
        session.flush()
        with pytest.raises(NotPossible, match="Heute"):
            submit_idea(idea, actor=anna)
        idea_id = idea.id
    page = browse(anna).get(f"/ideen/entwurf/{idea_id}/einreichen")
    assert "Einreichen von Ideen ist in der Phase „Heute“ nicht möglich." in page.text
    assert "in der Phase „Später“" in page.text
    assert "Idee einreichen" not in browse(anna).get(f"/kampagnen/{key}").links()


@pytest.mark.parametrize("allowed", [Activity.COMMENT, Activity.SUPPORT])
def test_only_what_the_phase_allows_is_done(browse, doris, anna, bernd, allowed):
    key = campaign_that_allows(allowed, by=doris)
    number = published_in(key, by=anna)
    page = browse(bernd).get(f"/ideen/{number}")
    for activity, act, button in (
        (
            Activity.COMMENT,
            lambda idea: comment_on(idea, "Gut!", actor=bernd),
            "Kommentieren",
        ),
        (Activity.SUPPORT, lambda idea: support(idea, actor=bernd), "Unterstützen"),
    ):
        with transaction():
            idea = get_idea(number, reader=bernd)
            if activity == allowed:
                act(idea)
            else:
                with pytest.raises(NotPossible, match="Heute"):
                    act(idea)
        assert (button in page.buttons()) == (activity == allowed)
    assert "ist in der Phase „Heute“ nicht möglich. Möglich ist es ab dem" in page.text


def test_a_prolonged_phase_lets_people_go_on(doris, anna):
    key = campaign_that_allows(Activity.COMMENT, by=doris)
    with transaction():
        campaign = get_campaign(key)
        first = campaign.phases[0]
        until = campaign.phases[1].ends_on
        prolong_phase(campaign, first.id, until, reason="Ferien.", actor=doris)
    with transaction():
        idea = draft_idea(TEXTS, campaign=get_campaign(key), actor=anna)
        submit_idea(idea, actor=anna)
        assert idea.number


def test_a_draft_for_a_circle_is_refused_to_others(doris, anna, olaf):
    key = circle_campaign([anna], by=doris)
    with transaction(), pytest.raises(NotAllowed):
        draft_idea(TEXTS, campaign=get_campaign(key), actor=olaf)


def test_who_does_not_take_part_reads_and_comments_but_does_not_support(browse, doris, anna, olaf):
    number = published_in(circle_campaign([anna], by=doris), by=anna)
    with transaction(), pytest.raises(NotAllowed):
        support(get_idea(number, reader=olaf), actor=olaf)
    page = browse(olaf).get(f"/ideen/{number}")
    assert "nur unterstützen, wer an ihr teilnimmt" in page.text
    assert "Unterstützen" not in page.buttons()
    assert "Kommentieren" in page.buttons()


def test_ideas_of_a_closed_circle_are_absent_for_others_and_there_for_the_group(doris, everyone):
    anna = everyone["anna"]
    number = published_in(circle_campaign([anna], by=doris, others_read=False), by=anna)
    readers, listed = set(), set()
    for name, person in everyone.items():
        with transaction():
            try:
                get_idea(number, reader=person)
            except NotFound:
                pass
            else:
                readers.add(name)
            if number in {row.number for row in ideas_matching(Wanted(), reader=person)}:
                listed.add(name)
    assert readers == {"anna", "bernd", "emine", "jan", "doris", "clara"}
    assert listed == readers
