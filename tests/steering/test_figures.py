"""Weighted scores, summaries, rankings and votes: what holds for all numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ideas.core.errors import Invalid
from ideas.steering.figures import Marks, Standing, is_carried, is_quorate, ranking, summary
from tests.build.steering import KEYS, WEIGHTS

POINTS = st.integers(1, 5)
ALL_MARKS = st.fixed_dictionaries(dict.fromkeys(KEYS, POINTS))
ENOUGH = st.dictionaries(st.sampled_from(KEYS), POINTS).filter(
    lambda points: sum(WEIGHTS[key] for key in points) >= 70
)


@pytest.fixture(autouse=True)
def _speaking(app):
    with app.test_request_context("/"):
        yield


def weighted(points):
    return Marks(points, WEIGHTS).weighted


@pytest.mark.parametrize(("value", "score"), [(1, 0), (2, 25), (3, 50), (4, 75), (5, 100)])
def test_equal_points_everywhere_are_that_score(value, score):
    assert weighted(dict.fromkeys(KEYS, value)) == score


def test_a_worked_example():
    points = dict(zip(KEYS, (5, 4, 3, 2, 1, 5), strict=True))
    assert weighted(points) == (30 * 100 + 20 * 75 + 20 * 50 + 15 * 25 + 0 + 5 * 100) / 100


def test_a_skipped_criterion_is_left_out_and_never_counts_as_nought():
    points = {"goal": 5, "benefit": 5, "feasibility": 5}
    assert weighted(points) == 100


@given(ENOUGH)
def test_a_score_lies_between_the_worst_and_the_best_point(points):
    score = weighted(points)
    assert 25 * (min(points.values()) - 1) <= score <= 25 * (max(points.values()) - 1)


@given(ENOUGH, st.sampled_from(KEYS))
def test_a_better_point_never_lowers_the_score(points, key):
    if points.get(key, 5) < 5:
        assert weighted({**points, key: points[key] + 1}) > weighted(points)


@given(ENOUGH)
def test_skipping_equals_answering_with_the_rest(points):
    total = sum(WEIGHTS[key] for key in points)
    expected = sum(WEIGHTS[key] * 25 * (value - 1) for key, value in points.items()) / total
    assert weighted(points) == pytest.approx(expected)


@given(st.dictionaries(st.sampled_from(KEYS), POINTS))
def test_less_than_seventy_percent_of_the_weight_is_refused(points):
    if sum(WEIGHTS[key] for key in points) < 70:
        with pytest.raises(Invalid, match="70"):
            weighted(points)


@pytest.mark.parametrize("points", [{"goal": 0}, {"goal": 6}, {"goal": 2.5}, {"goal": True}])
def test_a_value_off_the_scale_is_refused(points):
    with pytest.raises(Invalid):
        Marks(points, WEIGHTS)


def test_a_foreign_criterion_is_refused():
    with pytest.raises(Invalid):
        Marks({"beauty": 3}, WEIGHTS)


@given(st.lists(ALL_MARKS, max_size=2))
def test_fewer_than_three_scores_say_nothing(scores):
    said = summary([(weighted(marks), marks) for marks in scores])
    assert (said.count, said.total, said.profile) == (len(scores), None, {})


@given(st.lists(ALL_MARKS, min_size=3, max_size=8), st.randoms())
def test_a_summary_does_not_depend_on_who_scored_first(scores, rng):
    pairs = [(weighted(marks), marks) for marks in scores]
    shuffled = list(pairs)
    rng.shuffle(shuffled)
    assert summary(shuffled) == summary(pairs)


@given(st.lists(ALL_MARKS, min_size=3, max_size=8))
def test_the_mean_lies_between_lowest_and_highest(scores):
    values = [weighted(marks) for marks in scores]
    total = summary(list(zip(values, scores, strict=True))).total
    assert total
    assert (total.low, total.high) == (min(values), max(values))
    assert total.low - 1e-9 <= total.mean <= total.high + 1e-9


def test_a_criterion_that_two_members_answered_is_not_in_the_profile():
    full = dict.fromkeys(KEYS, 4)
    short = {key: value for key, value in full.items() if key != "novelty"}
    said = summary([(75.0, full), (75.0, full), (75.0, short)])
    assert said.total
    assert "novelty" not in said.profile
    assert said.profile["goal"].mean == 4


def test_the_best_mean_comes_first_equal_ones_by_receipt_and_the_unscored_last():
    standings = [
        Standing(1, (2026, 1), None),
        Standing(2, (2026, 2), 50.0),
        Standing(3, (2026, 3), 80.0),
        Standing(4, (2025, 9), 50.0 + 1e-12),
        Standing(5, (2025, 8), None),
    ]
    assert ranking(standings) == [3, 4, 2, 5, 1]


@given(st.lists(st.one_of(st.none(), st.floats(0, 100)), unique=False, max_size=20), st.randoms())
def test_the_ranking_does_not_depend_on_the_order_of_the_rows(means, rng):
    standings = [Standing(n, (2026, n), mean) for n, mean in enumerate(means)]
    shuffled = list(standings)
    rng.shuffle(shuffled)
    assert ranking(shuffled) == ranking(standings)


@pytest.mark.parametrize(
    ("present", "members", "quorate"),
    [(3, 5, True), (2, 3, False), (3, 4, True), (3, 6, False), (4, 6, True), (0, 0, False)],
)
def test_a_quorum_is_more_than_half_of_all_and_at_least_three(present, members, quorate):
    assert is_quorate(present, members) is quorate


@pytest.mark.parametrize(("yes", "no", "carried"), [(2, 1, True), (1, 1, False), (0, 0, False)])
def test_a_motion_needs_more_yes_than_no(yes, no, carried):
    assert is_carried(yes, no) is carried
