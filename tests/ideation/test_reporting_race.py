"""Somebody reports the same twice at the same moment: one report is made."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from ideas.core.database import session, transaction
from ideas.core.errors import NotPossible
from ideas.ideation.models import Report
from tests.build import talk
from tests.build.ideation import published_idea
from tests.personas import person_named

pytestmark = pytest.mark.real_database
WINDOWS = 8


def test_of_many_equal_reports_at_once_one_is_made(real_database):
    assert real_database
    number, bernd = published_idea(by=person_named("anna")), person_named("bernd")
    start = Barrier(WINDOWS)

    def report(_window: int) -> bool:
        start.wait()
        try:
            talk.reported(number, by=bernd)
        except NotPossible:
            return False
        finally:
            session.remove()
        return True

    with ThreadPoolExecutor(WINDOWS) as pool:
        made = list(pool.map(report, range(WINDOWS)))
    assert sum(made) == 1
    with transaction():
        assert session.scalar(select(func.count()).select_from(Report)) == 1
