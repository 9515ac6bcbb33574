"""Working days and German local time."""

from datetime import UTC, date, datetime

import pytest

from ideas.core import clock


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 22), 1, date(2026, 11, 23)),
        (date(2026, 12, 23), 2, date(2026, 12, 28)),
        (date(2026, 10, 30), 1, date(2026, 11, 2)),
        (date(2027, 3, 25), 1, date(2027, 3, 30)),
        (date(2026, 11, 23), 10, date(2026, 12, 7)),
    ],
)
def test_weekends_and_holidays_of_the_land_do_not_count(app, start, count, due):
    assert clock.add_working_days(start, count) == due


def test_a_moment_is_shown_in_german_time_across_the_change_of_clocks():
    assert clock.local(datetime(2027, 3, 28, 0, 30, tzinfo=UTC)).hour == 1
    assert clock.local(datetime(2027, 3, 28, 1, 30, tzinfo=UTC)).hour == 3
    assert clock.local(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)).hour == 2
    assert clock.local(datetime(2026, 10, 25, 1, 30, tzinfo=UTC)).hour == 2


def test_a_day_ends_at_midnight_in_germany():
    assert clock.end_of(date(2026, 7, 1)) == datetime(2026, 7, 1, 22, tzinfo=UTC)
    assert clock.end_of(date(2026, 12, 31)) == datetime(2026, 12, 31, 23, tzinfo=UTC)
