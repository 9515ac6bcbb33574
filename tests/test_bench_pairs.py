"""The pairs of the benchmark measure meaning: they share no whole word form."""

import pytest

from tests.bench.pairs import of_demo, own


@pytest.mark.parametrize(
    ("pairs", "fewest"), [(own("tuned.txt"), 60), (own("held.txt"), 20), (of_demo(), 30)]
)
def test_no_pair_shares_a_word_form(pairs, fewest):
    assert len(pairs) >= fewest
    shared = {pair.again.title: pair.idea.words & pair.again.words for pair in pairs}
    assert {title: words for title, words in shared.items() if words} == {}
