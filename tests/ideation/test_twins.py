"""Each rule about reading and bringing says the same as its twin in SQL."""

import pytest

from ideas.core.database import session, transaction
from ideas.ideation import rules
from ideas.ideation.models import Idea, Status
from tests.build import sealed
from tests.build.ideation import as_system, draft, in_state


@pytest.fixture
def people(everyone):
    return everyone | {"system": as_system()}


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("published", [True, False])
def test_the_rule_and_its_twin_in_sql_agree(status, published, anna, people):
    number = in_state(status, by=anna, published=published)
    draft(by=anna)
    for key, person in people.items():
        with transaction():
            rows = session.query(Idea).filter_by(number=number).filter(rules.readable_by(person))
            idea = session.query(Idea).filter_by(number=number).one()
            assert bool(rows.all()) == rules.may_read(person, idea), key


def test_author_and_twin_agree_behind_a_seal(anna, bernd, people):
    key = sealed.draft(by=anna)
    numbers = sealed.handed_in(by=bernd), sealed.published(by=anna)
    for person in people.values():
        with transaction():
            for idea in session.query(Idea):
                rows = session.query(Idea.id).filter(Idea.id == idea.id)
                own = bool(rows.filter(rules.authored_by(person)).all())
                assert own == rules.is_author(person, idea)
                involved = bool(rows.filter(rules.involving(person)).all())
                assert involved == rules.is_involved(person, idea) == own
                read = bool(rows.filter(rules.readable_by(person)).all())
                assert read == rules.may_read(person, idea)
                assert own == (person.id == (bernd if idea.number == numbers[0] else anna).id)
    assert key
