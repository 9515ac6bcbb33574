from datetime import date

import pytest

from ideas.ideation.figures import content_hash, working_days_late

FRIDAY = date(2026, 4, 17)


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    ("until", "today", "late"),
    [
        (None, FRIDAY, 0),
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, date(2026, 4, 19), 0),  # the weekend does not count
        (FRIDAY, date(2026, 4, 20), 1),
        (date(2026, 4, 30), date(2026, 5, 4), 1),  # nor does the first of May
        (FRIDAY, date(2026, 4, 24), 5),
    ],
)
def test_late_counts_working_days_after_the_promised_one(until, today, late):
    assert working_days_late(until, today) == late


def test_the_hash_depends_on_every_field_its_place_and_the_salt():
    hashes = {
        content_hash(salt, fields)
        for salt in (b"a", b"b")
        for fields in (("x", "y"), ("y", "x"), ("xy", ""), ("x", "y", ""))
    }
    assert len(hashes) == 8
