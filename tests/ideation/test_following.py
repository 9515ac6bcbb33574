import pytest

from ideas.core.database import transaction
from ideas.core.errors import NotAllowed
from ideas.ideation.actions import follow, support, unfollow, unsupport
from ideas.ideation.queries import get_idea, ties
from ideas.process.queries import history_of
from tests.build.ideation import published_idea, submitted_idea


def do(action, number, person, **kwargs):
    with transaction():
        action(get_idea(number, reader=person), actor=person, **kwargs)


def state(number, person):
    with transaction():
        idea = get_idea(number, reader=person)
        tied = ties(idea, person)
        return tied.supports, tied.follows, idea.support_count


def test_support_counts_once_however_often_it_is_given(anna, bernd):
    number = published_idea(by=anna)
    do(support, number, bernd)
    do(support, number, bernd)
    assert state(number, bernd) == (True, False, 1)
    with transaction():
        events = [entry.event for entry in history_of(get_idea(number, reader=bernd))]
        assert events.count("idea.supported") == 1


def test_support_can_be_taken_back_once(anna, bernd, jan):
    number = published_idea(by=anna)
    do(support, number, bernd)
    do(support, number, jan)
    do(unsupport, number, bernd)
    do(unsupport, number, bernd)
    assert state(number, bernd) == (False, False, 1)
    assert state(number, jan) == (True, False, 1)


def test_supporting_may_mean_following(anna, bernd):
    number = published_idea(by=anna)
    do(support, number, bernd, follow_it=True)
    assert state(number, bernd) == (True, True, 1)


def test_nobody_supports_an_idea_of_their_own(anna):
    number = published_idea(by=anna)
    with pytest.raises(NotAllowed):
        do(support, number, anna)


def test_an_unpublished_idea_is_not_supported(anna, clara):
    number = submitted_idea(by=anna)
    with pytest.raises(NotAllowed):
        do(support, number, clara)


def test_following_and_not_following_are_there_once(anna, bernd):
    number = published_idea(by=anna)
    do(follow, number, bernd)
    do(follow, number, bernd)
    assert state(number, bernd) == (False, True, 0)
    do(unfollow, number, bernd)
    do(unfollow, number, bernd)
    assert state(number, bernd) == (False, False, 0)
