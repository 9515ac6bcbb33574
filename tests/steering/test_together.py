"""Who brings an idea together with its author, or did, neither screens, scores nor decides it."""

import pytest
from sqlalchemy import select

from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed
from ideas.ideation import actions
from ideas.ideation.models import Coauthor, Idea, Status
from ideas.ideation.queries import get_idea, get_participation
from ideas.steering import rules
from ideas.steering.models import Round, RoundIdea
from ideas.steering.queries import (
    ballot_for,
    excluded_from,
    hidden_rows,
    progress_of,
    screening_lane,
    still_to_score,
    tasks_of,
)
from ideas.steering.queries.screening import Lane
from tests.build import steering
from tests.build.ideation import draft
from tests.build.together import accepted, submitted


@pytest.fixture
def join(anna):
    """A function that lets somebody join an idea before the screening is passed."""

    def add(number, person, *, leaves=False):
        with transaction():
            key = session.scalars(select(Idea.id).where(Idea.number == number)).one()
            before = session.get_one(Idea, key).status
            session.query(Idea).filter_by(id=key).update({"status": Status.SCREENING})
        row_id = accepted(key, person, by=anna)
        with transaction():
            if leaves:
                row = get_participation(row_id, reader=person)
                actions.end_participation(row, actor=person)
        with transaction():
            session.query(Idea).filter_by(id=key).update({"status": before})

    return add


@pytest.mark.parametrize("leaves", [False, True])
def test_a_co_author_neither_finds_nor_scores_the_idea(leaves, join, anna, bernd, emine):
    number, round_id = steering.in_round(by=anna)
    with transaction():
        assert [row.ideas for row in progress_of(bernd)] == [1]
    join(number, bernd, leaves=leaves)
    with transaction():
        assert progress_of(bernd) == []
        assert still_to_score(bernd, round_id, page=1, size=9) == []
        assert tasks_of(bernd).to_score == 0
        assert [row.ideas for row in progress_of(emine)] == [1]
    with pytest.raises(NotAllowed):
        steering.score(number, "bernd", 4)


@pytest.mark.parametrize("leaves", [False, True])
def test_a_co_author_is_taken_out_of_result_and_decision(leaves, join, anna, bernd, doris):
    number, round_id = steering.evaluated(by=anna)
    join(number, bernd, leaves=leaves)
    join(number, doris, leaves=leaves)
    with transaction():
        round_ = session.get_one(Round, round_id)
        (row,) = hidden_rows(round_, reader=bernd)
        assert (row.number, bool(row.own)) == (number, True)
        idea = get_idea(number, reader=bernd)
        assert not rules.may_see_result(bernd, ballot_for(idea, bernd, round_id=round_id))
        assert not rules.may_decide(doris, ballot_for(idea, doris, round_id=round_id))
        entry = session.get_one(RoundIdea, (round_id, idea.id))
        assert set(excluded_from(entry, [bernd, doris])) == {bernd.id, doris.id}
        assert tasks_of(doris).to_decide == 0


def test_the_coordination_does_not_screen_what_it_brings_along_and_the_chair_does(
    anna, clara, doris
):
    key = draft(by=anna)
    accepted(key, clara, by=anna)
    number = submitted(key, by=anna)
    with transaction():
        idea = get_idea(number, reader=clara)
        assert not rules.may_screen(clara, idea)
        assert rules.may_screen(doris, idea)
        assert (tasks_of(clara).to_screen, tasks_of(doris).to_screen) == (0, 1)
        (row,) = screening_lane(Lane.NEW, reader=clara, page=1, size=9)
        assert bool(row.own)
        assert session.query(Coauthor).count() == 1
