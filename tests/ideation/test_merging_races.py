"""Two who merge, or merge and support, at the same moment; real databases, real commits."""

import pytest
from sqlalchemy import select

from ideas.cli.invariants import ideas as of_ideas
from ideas.cli.invariants import merging
from ideas.core.database import session, transaction
from ideas.core.errors import NotPossible
from ideas.ideation.actions import support
from ideas.ideation.models import Idea, Merging
from ideas.ideation.queries import get_idea
from tests.build.ideation import published_idea
from tests.build.merging import merge, undo
from tests.personas import person_named
from tests.steering.test_races import refusals, together

pytestmark = pytest.mark.real_database


@pytest.fixture
def numbers(real_database):
    assert real_database
    return [published_idea(by=person_named(name)) for name in ("anna", "olaf", "jan")]


def links() -> int:
    with transaction():
        checks = (of_ideas.counters, of_ideas.states, merging.links)
        assert not [sentence for check in checks for sentence in check()]
        linked = session.scalars(select(Idea.id).where(Idea.merged_into_id.is_not(None))).all()
        assert len(linked) == session.query(Merging).count()
        return len(linked)


def test_of_two_opposite_or_double_mergings_one_wins(numbers):
    first, second, third = numbers
    results = together(lambda: merge(first, second), lambda: merge(second, first))
    assert refusals(results) == [NotPossible]
    assert links() == 1
    undo(first if results[0] is None else second)
    results = together(lambda: merge(first, second), lambda: merge(first, third))
    assert refusals(results) == [NotPossible]
    assert links() == 1


def test_no_chain_comes_from_two_mergings_at_once(numbers):
    first, second, third = numbers
    results = together(lambda: merge(first, second), lambda: merge(second, third))
    assert refusals(results) == [NotPossible]
    assert links() == 1


def test_a_vote_that_comes_while_ideas_are_merged_counts_once(numbers):
    first, second, _third = numbers
    voters = [person_named(name) for name in ("bernd", "emine", "doris")]

    def vote(number, person):
        with transaction():
            support(get_idea(number, reader=person), actor=person)

    for person in voters:
        vote(first, person)
    acts = [lambda person=person: vote(second, person) for person in voters]
    together(*acts, lambda: merge(first, second))
    assert links() == 1
    with transaction():
        assert get_idea(second, reader=voters[0]).support_count == len(voters)
    results = together(lambda: undo(first), lambda: undo(first))
    assert refusals(results) == [NotPossible]
    assert links() == 0
