import pytest
from sqlalchemy import func, select

from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed
from ideas.people.actions import establish_system
from ideas.people.models import Person
from ideas.process.queries import history_of
from ideas.programme.actions import establish_house
from ideas.programme.models import (
    Campaign,
    CampaignStatus,
    ChecklistItem,
    GateQuestion,
    HousePage,
    Phase,
    Step,
)
from ideas.programme.queries import gate_questions, get_page, permanent_channel, phases

pytestmark = pytest.mark.usefixtures("house")


def rows(model):
    return session.scalar(select(func.count()).select_from(model))


def test_the_channel_is_always_open_and_whole():
    with transaction():
        channel = permanent_channel()
        assert (channel.name, channel.status) == ("Offener Ideenkanal", CampaignStatus.OPEN)
        assert sum(criterion.weight for criterion in channel.criteria) == 100
        assert all(len(criterion.anchors) == 5 for criterion in channel.criteria)
        assert {deadline.step for deadline in channel.deadlines} == set(Step)
        assert [entry.event for entry in history_of(channel)] == ["house.established"]


def test_the_default_phases_have_three_criteria_each():
    with transaction():
        assert [phase.code for phase in phases()] == [
            "chosen",
            "charter",
            "design",
            "trial",
            "rollout",
            "operation",
        ]
        assert {len(phase.items) for phase in phases()} == {3}


def test_the_questions_and_the_pages_are_there():
    with transaction():
        assert len(gate_questions()) == 4
        for slug in ("hilfe", "impressum", "datenschutz", "barrierefreiheit", "barriere-melden"):
            assert get_page(slug).content.html


def test_establishing_again_changes_nothing():
    models = (Campaign, ChecklistItem, GateQuestion, HousePage, Person, Phase)
    with transaction():
        before = [rows(model) for model in models]
        establish_house(actor=establish_system())
        assert [rows(model) for model in models] == before


def test_what_was_changed_stays_and_what_is_lacking_comes_back():
    with transaction() as own:
        get_page("hilfe").title = "Unsere Hilfe"
        own.delete(get_page("impressum"))
        own.flush()
        establish_house(actor=establish_system())
        assert (get_page("hilfe").title, get_page("impressum").title) == (
            "Unsere Hilfe",
            "Impressum",
        )


def test_only_the_house_itself_furnishes_it(armin):
    with transaction(), pytest.raises(NotAllowed):
        establish_house(actor=armin)
