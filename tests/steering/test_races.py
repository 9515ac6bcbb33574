"""Several writers at the same moment, on real databases with real commits."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from ideas.core.database import session, transaction
from ideas.core.errors import DomainError, NotPossible, Stale
from ideas.process.models import Entry
from ideas.steering.models import Decision, Outcome, Round, RoundIdea, Score, ScoreKind
from tests.build import steering as build
from tests.personas import person_named

pytestmark = pytest.mark.real_database


def together(*acts: Callable[[], object]) -> list[object]:
    """Do all of it at once, each in a thread of its own; return results and refusals."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        start.wait()
        try:
            return act()
        except DomainError as refusal:
            return refusal
        finally:
            session.remove()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refusals(results: list[object]) -> list[type]:
    return sorted((type(r) for r in results if isinstance(r, DomainError)), key=str)


@pytest.fixture
def anna(real_database):
    assert real_database
    return person_named("anna")


def test_of_two_simultaneous_decisions_one_is_stored(anna):
    number, round_id = build.evaluated(by=anna)
    results = together(
        *(lambda outcome=o: build.decide(number, round_id, outcome) for o in Outcome),
    )
    assert refusals(results) == [NotPossible] * (len(Outcome) - 1)
    with transaction():
        assert session.query(Decision).count() == 1
        assert session.query(Entry).filter(Entry.event == "idea.decision_drafted").count() == 1


def test_of_a_member_s_parallel_scores_one_is_stored(anna):
    number, _round = build.in_round(by=anna)
    acts = [lambda value=v: build.score(number, "bernd", value) for v in (1, 2, 3, 4, 5)]
    results = together(*acts, lambda: build.declare(number, "bernd", ScoreKind.ABSTAINED))
    assert refusals(results) == [Stale] * 5
    with transaction():
        assert session.query(Score).count() == 1
        assert session.query(Entry).filter(Entry.event == "score.given").count() == 1


def test_no_score_is_lost_or_late_when_the_round_closes(anna):
    number, round_id = build.in_round(by=anna)
    acts = [lambda who=m: build.score(number, who, 4) for m in build.VOTERS]
    results = together(*acts, lambda: build.close_round(round_id))
    assert set(refusals(results)) <= {NotPossible}
    with transaction():
        entry = session.query(RoundIdea).filter(RoundIdea.round_id == round_id).one()
        assert entry.scores == session.query(Score).count()
        assert entry.scores == len(build.VOTERS) - len(refusals(results))


def test_an_idea_enters_one_round_only(anna):
    build.screened(by=anna)
    results = together(*(lambda: build.open_round("Runde") for _ in range(2)))
    assert refusals(results) == [NotPossible]
    with transaction():
        assert session.query(RoundIdea).count() == 1
        assert session.query(Round).count() == 1


def test_a_round_is_closed_once(anna):
    _number, round_id = build.in_round(by=anna)
    results = together(*(lambda: build.close_round(round_id) for _ in range(2)))
    assert refusals(results) == [NotPossible]
    with transaction():
        assert session.query(Entry).filter(Entry.event == "round.released").count() == 1


def test_a_decision_is_released_once(anna):
    number, round_id = build.evaluated(by=anna)
    decision_id = build.decide(number, round_id)
    results = together(*(lambda: build.release(decision_id) for _ in range(2)))
    assert refusals(results) == [NotPossible]
    with transaction():
        assert session.query(Entry).filter(Entry.event == "idea.selected").count() == 1


def test_an_idea_is_published_once(anna):
    number = build.handed_in(by=anna)
    results = together(*(lambda: build.publish(number) for _ in range(2)))
    assert refusals(results) == [NotPossible]
