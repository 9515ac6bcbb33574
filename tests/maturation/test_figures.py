"""The numbers that order the cards."""

from hypothesis import given
from hypothesis import strategies as st

from ideas.maturation.figures import GAP, between, neighbours, spread

LANE = st.lists(st.integers(-(10**6), 10**6), unique=True, max_size=30).map(sorted)


def test_the_first_card_gets_the_first_number():
    assert between(None, None) == GAP


def test_a_card_at_an_end_keeps_its_distance():
    assert (between(None, 5), between(5, None)) == (5 - GAP, 5 + GAP)


def test_there_is_no_room_between_two_neighbours_without_a_gap():
    assert (between(7, 8), between(7, 7), between(7, 9)) == (None, None, 8)


@given(LANE, st.data())
def test_a_number_lies_strictly_between_its_neighbours(lane, data):
    at = data.draw(st.integers(0, len(lane)))
    left, right = neighbours(lane, at)
    found = between(left, right)

    if found is not None:
        assert sorted([*lane, found]) == [*lane[:at], found, *lane[at:]]


@given(st.integers(1, 200), st.data())
def test_a_lane_numbered_anew_has_room_everywhere(count, data):
    at = data.draw(st.integers(0, count))

    assert between(*neighbours(spread(count), at)) is not None
