"""Whoever wrote an idea that was merged into another one judges neither (I-20)."""

import pytest

from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed
from ideas.ideation.queries import get_idea
from ideas.steering import queries, rules
from ideas.steering.actions import screening
from ideas.steering.models import Round, RoundIdea
from tests.build import steering as build
from tests.build.merging import merge


@pytest.fixture
def joint(anna, bernd):
    """An idea in an open round that bernd's idea was merged into; he had scored it before."""
    home, round_id = build.in_round(by=anna)
    for member, value in zip(build.VOTERS, (5, 3, 3, 3), strict=True):
        build.score(home, member, value)
    merge(build.in_screening(by=bernd), home)
    return home, round_id


def test_a_score_of_who_became_an_author_does_not_count(joint, bernd, jan):
    home, round_id = joint
    with pytest.raises(NotAllowed):
        build.score(home, "bernd", 4, seen=1)
    with transaction():
        assert queries.progress_of(bernd) == []
        assert [row.done for row in queries.progress_of(jan)] == [1]
        assert queries.dealt_with(bernd, round_id, page=1, size=9) == []
    build.close_round(round_id)
    with transaction():
        entry = session.query(RoundIdea).filter_by(round_id=round_id).one()
        assert (entry.scores, entry.mean) == (3, 50.0)


def test_the_author_sees_no_result_and_takes_no_part_in_the_decision(joint, bernd, jan):
    home, round_id = joint
    build.close_round(round_id)
    with transaction():
        round_ = session.get_one(Round, round_id)
        hidden = queries.hidden_rows(round_, reader=bernd)
        assert [(row.number, row.own) for row in hidden] == [(home, True)]
        assert queries.hidden_rows(round_, reader=jan) == []
        ballot = queries.ballot_for(get_idea(home, reader=bernd), bernd, round_id=round_id)
        assert not rules.may_see_result(bernd, ballot)
        assert bernd.id in queries.excluded_from(ballot.entry, queries.voters())
    with pytest.raises(Invalid, match="excluded"):
        build.decide(home, round_id)
    build.decide(home, round_id, votes=build.poll("doris", "emine", "jan"))


def test_a_coordinator_does_not_screen_what_an_own_idea_was_merged_into(anna, clara, doris):
    home, own = build.in_screening(by=anna), build.handed_in(by=clara)
    build.attempt(screening.publish_idea, own, actor=doris)
    merge(own, home, by="doris")
    with pytest.raises(NotAllowed):
        build.attempt(screening.ask_back, home, "Welche?", actor=clara)
    with transaction():
        assert queries.tasks_of(clara).to_screen == 0
