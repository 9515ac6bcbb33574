"""Votes that are limited, numbers that are hidden, in every place where they could show."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine

from ideas.core import clock
from ideas.core.database import transaction
from ideas.core.errors import NotPossible
from ideas.ideation.actions import draft_idea, submit_idea, support, unsupport
from ideas.ideation.queries import Order, Wanted, get_idea, ideas_matching, ties
from ideas.people.models import Role
from ideas.programme.actions import close_campaign
from ideas.programme.queries import get_campaign
from ideas.steering.actions.screening import publish_idea
from tests.build import steering
from tests.build.ideation import TEXTS, published_idea
from tests.build.programme import WHOLE, running_campaign
from tests.personas import person_named

HIDING = replace(WHOLE, name="Wettbewerb", support_limit=2, hides_support=True)


def published_in(campaign_id, *, by, title="Ein Brief"):
    """Return the number of an idea that answers the campaign."""
    with transaction():
        texts = replace(TEXTS, title=title)
        idea = draft_idea(texts, campaign=get_campaign(campaign_id), actor=by)
        submit_idea(idea, actor=by)
        number = idea.number
    clara = person_named("clara")
    with transaction():
        publish_idea(get_idea(number, reader=clara), actor=clara)
    return number


def give(number, person, act=support):
    with transaction():
        act(get_idea(number, reader=person), actor=person)


def seen(number, reader):
    """What the page and the list say of the number of supporters."""
    with transaction():
        rows = ideas_matching(Wanted(), reader=reader)
        listed = next(row.support_count for row in rows if row.number == number)
        on_page = ties(get_idea(number, reader=reader), reader).supporters
    assert listed == on_page
    return on_page


def ordered(reader, **wanted):
    with transaction():
        rows = ideas_matching(Wanted(order=Order.SUPPORTED, **wanted), reader=reader)
        return [row.number for row in rows]


@pytest.fixture
def contest(anna, clara):
    """A running campaign with two votes each, and three ideas of anna's in it."""
    key = running_campaign(by=clara, text=HIDING)
    return key, [published_in(key, by=anna, title=f"Idee {n}") for n in range(3)]


def test_two_votes_are_two_and_a_vote_taken_back_is_free(contest, olaf, anna):
    _key, (first, second, third) = contest
    give(first, olaf)
    give(second, olaf)
    give(first, olaf)  # once more: nothing happens
    with pytest.raises(NotPossible):
        give(third, olaf)
    give(published_idea(by=anna), olaf)  # another campaign has no limit
    give(first, olaf, unsupport)
    give(third, olaf)
    with pytest.raises(NotPossible):
        give(first, olaf)


def test_after_the_end_votes_stand_and_are_shown(contest, olaf, clara, anna):
    key, (first, second, _third) = contest
    give(first, olaf)
    with transaction():
        close_campaign(get_campaign(key), reason="Ende.", actor=clara)
    for act, number in ((unsupport, first), (support, second)):
        with pytest.raises(NotPossible):
            give(number, olaf, act)
    assert seen(first, anna) == 1


def test_until_the_campaign_closes_nobody_sees_numbers(contest, everyone, browse):
    key, (first, second, _third) = contest
    give(second, everyone["olaf"])
    del everyone["armin"], everyone["paula"]
    for reader in everyone.values():
        assert seen(second, reader) is None
        assert "Unterstützungen: 1" not in browse(reader).get("/ideen").text
        assert "noch nicht sichtbar" in browse(reader).get(f"/ideen/{second}").text
        newest_first = sorted(contest[1], reverse=True)
        assert ordered(reader, campaign_id=key) == newest_first
        page = browse(reader).get(f"/ideen?kampagne={key}&sortierung=unterstuetzt")
        assert "Unterstützung zuerst" not in page.text
        offered = "Unterstützung zuerst" in browse(reader).get("/ideen").text
        assert offered is (Role.MEMBER not in reader.roles and Role.CHAIR not in reader.roles)
    with time_machine.travel("2100-01-02"):
        assert seen(second, everyone["anna"]) == 1
    assert seen(first, everyone["anna"]) is None


def test_hidden_numbers_do_not_order_a_list_of_all_campaigns(contest, anna, olaf, jan):
    _key, (_first, second, _third) = contest
    open_one = published_idea(by=anna)
    give(second, olaf)
    give(second, jan)
    give(open_one, olaf)
    assert ordered(anna)[0] == open_one
    assert ordered(anna)[1:] == sorted(contest[1], reverse=True)


def test_a_member_sees_the_number_once_the_own_score_is_in(anna, olaf, bernd, emine, clara):
    number, round_id = steering.in_round(by=anna)
    give(number, olaf)
    assert [seen(number, one) for one in (anna, clara, bernd, emine)] == [1, 1, None, None]
    steering.score(number, "bernd", 4)
    steering.declare(number, "emine")
    assert [seen(number, one) for one in (bernd, emine)] == [1, 1]
    doris = person_named("doris")
    assert seen(number, doris) is None
    steering.close_round(round_id)
    assert seen(number, doris) == 1


def test_a_member_sees_no_number_before_the_round_except_of_an_own_idea(anna, bernd, olaf):
    number, own = steering.in_screening(by=anna), steering.in_screening(by=bernd)
    give(number, olaf)
    give(own, olaf)
    assert (seen(number, bernd), seen(own, bernd)) == (None, 1)


def test_the_page_counts_the_own_votes(contest, browse, olaf):
    _key, (first, second, third) = contest
    page = browse(olaf).get(f"/ideen/{first}")
    assert "Sie haben 0 von 2 Stimmen in dieser Kampagne vergeben." in page.text
    page = page.submit("Unterstützen", follow_it="y")
    assert "Nicht mehr beobachten" in page.buttons()
    give(second, olaf)
    page = browse(olaf).get(f"/ideen/{third}").submit("Unterstützen")
    assert (page.status, "Nehmen Sie erst eine zurück." in page.text) == (409, True)


def test_the_coordination_sets_limit_and_hiding(browse, clara):
    page = browse(clara).get("/kampagnen/neu")
    page = page.submit("Speichern", name="Wettbewerb", support_limit="0")
    assert page.status == 422
    page = page.submit("Speichern", support_limit="3", hides_support="y")
    assert "Stimmen je Person 3" in page.text
    assert "erst nach dem Ende sichtbar" in page.text
    page = page.follow("Texte und Termine bearbeiten").submit("Speichern", support_limit="")
    assert "Stimmen je Person" not in page.text


def test_the_end_of_the_last_day_is_the_end(anna, clara, olaf):
    last = date(2026, 12, 1)
    key = running_campaign(by=clara, text=replace(HIDING, closes_on=last))
    with time_machine.travel("2026-11-25 12:00"):
        number = published_in(key, by=anna)
        give(number, olaf)
    with clock.at(clock.end_of(last) - timedelta(hours=1)):
        assert seen(number, anna) is None
    with clock.at(clock.end_of(last) + timedelta(hours=1)):
        assert seen(number, anna) == 1
