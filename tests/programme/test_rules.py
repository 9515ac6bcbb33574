import pytest

from ideas.core.database import transaction
from ideas.programme import rules
from ideas.programme.queries import get_campaign, permanent_channel
from tests.build.ideation import as_system
from tests.build.programme import prepared_campaign, running_campaign

pytestmark = pytest.mark.one_database

STAFF = {"anna", "bernd", "emine", "jan", "doris", "clara", "olaf"}
EVERYONE = STAFF | {"armin", "paula", "system"}
MAKERS = {"clara", "doris"}
RUNNING = {
    "may_establish": {"system"},
    "may_read_campaign": STAFF,
    "may_list_campaigns": STAFF,
    "may_create_campaign": MAKERS,
    "may_edit_campaign": MAKERS,
    "may_open_campaign": MAKERS | {"system"},
    "may_close_campaign": MAKERS | {"system"},
    "may_schedule_campaign": MAKERS,
    "may_prolong_campaign": MAKERS,
    "may_report_campaign": MAKERS,
    "may_archive_campaign": MAKERS,
    "may_keep_calendar": {"system"},
    "may_take_part": STAFF,
    "may_add_topic": MAKERS | {"system"},
    "may_edit_blocks": MAKERS,
    "may_edit_page": {"armin"},
    "may_report_barrier": EVERYONE,
    "may_read_barriers": {"armin", "clara"},
}


@pytest.fixture
def people(everyone):
    return everyone | {"system": as_system()}


def who(name, campaign, people):
    rule = getattr(rules, name)
    return {key for key, person in people.items() if rule(person, campaign)}


@pytest.mark.parametrize("name", sorted(RUNNING))
def test_a_running_campaign(name, clara, people):
    key = running_campaign(by=clara)
    with transaction():
        assert who(name, get_campaign(key), people) == RUNNING[name]


def test_before_it_opens_only_its_makers_read_it(clara, people):
    key = prepared_campaign(by=clara)
    with transaction():
        assert who("may_read_campaign", get_campaign(key), people) == MAKERS


def test_nobody_closes_the_permanent_channel(people):
    with transaction():
        assert who("may_close_campaign", permanent_channel(), people) == set()


def test_every_right_stands_in_the_table():
    assert {name for name in vars(rules) if name.startswith("may_")} == set(RUNNING)
