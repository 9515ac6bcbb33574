"""What is kept apart: other readers, hidden numbers, withheld ideas; no merging leads across."""

import pytest

from ideas.core.database import transaction
from ideas.core.errors import NotPossible
from ideas.ideation.actions import withhold
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.family import targets_for
from tests.build.ideation import published_idea
from tests.build.merging import merge
from tests.build.programme import circle_campaign, running_campaign
from tests.ideation.test_merging import do, look
from tests.ideation.test_support import HIDING, published_in


@pytest.fixture(params=["circle", "hidden numbers"])
def apart(request, anna, bernd, clara):
    """The number of an idea whose campaign has other readers, or hides its numbers."""
    if request.param == "circle":
        key = circle_campaign([anna, bernd], by=clara, others_read=False)
    else:
        key = running_campaign(by=clara, text=HIDING)
    return published_in(key, by=anna)


def test_what_others_may_not_know_is_merged_within_its_campaign_only(apart, anna, olaf, clara):
    number = published_idea(by=olaf)
    beside = published_in(look(apart, clara)[0].campaign_id, by=anna, title="Noch ein Brief")
    for one, other in ((number, apart), (apart, number)):
        with pytest.raises(NotPossible, match="its own campaign only"):
            merge(one, other)
        with transaction():
            found = targets_for(get_idea(one, reader=clara), other, reader=clara)
        assert other not in {row.number for row in found}
    merge(beside, apart)
    assert look(apart, clara)[0].merged_count == 1


def test_a_withheld_idea_is_neither_merged_nor_a_target(anna, olaf, doris):
    number, other = published_idea(by=anna), published_idea(by=olaf)
    do(withhold, number, doris, reason="Darin steht der Name einer Kundin.")
    for one, home in ((number, other), (other, number)):
        with pytest.raises(NotPossible):
            merge(one, home)
