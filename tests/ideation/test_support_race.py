"""Twenty votes at the same moment: no more count than there are votes."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from ideas.core.database import session, transaction
from ideas.core.errors import NotPossible
from ideas.ideation.models import Idea, Support
from tests.build.programme import running_campaign
from tests.ideation.test_support import HIDING, give, published_in
from tests.personas import person_named

pytestmark = pytest.mark.real_database
VOTES = 20


def test_no_more_votes_are_given_than_there_are(real_database):
    assert real_database
    anna, olaf, clara = (person_named(key) for key in ("anna", "olaf", "clara"))
    key = running_campaign(by=clara, text=HIDING)
    numbers = [published_in(key, by=anna, title=f"Idee {n}") for n in range(VOTES)]
    start = Barrier(VOTES)

    def vote(number: str) -> bool:
        start.wait()
        try:
            give(number, olaf)
        except NotPossible:
            return False
        finally:
            session.remove()
        return True

    with ThreadPoolExecutor(VOTES) as pool:
        given = list(pool.map(vote, numbers))
    assert sum(given) == HIDING.support_limit
    with transaction():
        assert session.scalar(select(func.count()).select_from(Support)) == HIDING.support_limit
        assert session.scalar(select(func.sum(Idea.support_count))) == HIDING.support_limit
