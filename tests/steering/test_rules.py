"""Permission × persona, as one table."""

import pytest

from ideas.ideation.models import Idea, Status
from ideas.process.rules import Rule
from ideas.steering import rules
from ideas.steering.models import Ballot, Round, RoundIdea, RoundStatus, Score, ScoreKind, Screening

pytestmark = pytest.mark.one_database

EVERYBODY = ("anna", "bernd", "emine", "jan", "doris", "clara", "olaf", "armin")
MEMBERS = {"bernd", "emine", "jan", "doris"}
GROUP = MEMBERS | {"clara"}
# bernd wrote the idea, emine is biased towards it.
ON_A_BALLOT = {
    "may_score": MEMBERS - {"bernd", "emine"},
    "may_see_result": GROUP - {"bernd", "emine"},
    "may_decide": {"doris"},
}
ON_AN_IDEA = {"may_screen": {"clara", "doris"}, "may_move_to_decision": {"doris"}}
ON_NOTHING = {
    "may_see_queue": {"clara", "doris"},
    "may_follow_rounds": GROUP,
    "may_open_round": {"doris"},
    "may_close_round": {"doris"},
    "may_take_part": MEMBERS,
    "may_release": {"doris"},
    "may_resume": set(),
}


def ballot_of(person, everyone, status=RoundStatus.RELEASED) -> Ballot:
    idea = Idea(author_id=everyone["bernd"].id, status=Status.EVALUATED)
    entry = RoundIdea(round=Round(status=status), idea=idea)
    own = Score(kind=ScoreKind.BIASED) if person.id == everyone["emine"].id else None
    return Ballot(idea, entry, own)


def allowed(rule: str, everyone, subject_of) -> set[str]:
    ask: Rule = getattr(rules, rule)
    return {key for key in EVERYBODY if ask(everyone[key], subject_of(everyone[key]))}


@pytest.mark.parametrize("rule", ON_A_BALLOT)
def test_who_may_do_what_with_an_idea_in_a_released_round(everyone, rule):
    found = allowed(rule, everyone, lambda person: ballot_of(person, everyone))
    assert found == ON_A_BALLOT[rule]


@pytest.mark.parametrize("rule", ON_AN_IDEA)
def test_who_may_do_what_with_an_idea(everyone, rule):
    idea = Idea(author_id=everyone["bernd"].id, status=Status.SCREENING)
    assert allowed(rule, everyone, lambda _person: idea) == ON_AN_IDEA[rule]


@pytest.mark.parametrize("rule", ON_AN_IDEA)
def test_nobody_screens_or_decides_the_own_idea(everyone, rule):
    for key in ("clara", "doris"):
        idea = Idea(author_id=everyone[key].id, status=Status.SCREENING)
        assert key not in allowed(rule, everyone, lambda _person, idea=idea: idea)


@pytest.mark.parametrize("rule", ON_NOTHING)
def test_who_may_do_what_at_all(everyone, rule):
    assert allowed(rule, everyone, lambda _person: None) == ON_NOTHING[rule]


@pytest.mark.parametrize("status", [RoundStatus.DRAFT, RoundStatus.OPEN, RoundStatus.CLOSED])
def test_nobody_sees_a_result_before_the_release(everyone, status):
    found = allowed("may_see_result", everyone, lambda person: ballot_of(person, everyone, status))
    assert found == set()


def test_only_the_scorer_hears_of_a_score(everyone):
    score = Score(scorer_id=everyone["bernd"].id)
    assert allowed("may_read_score", everyone, lambda _person: score) == {"bernd"}


def test_answers_of_the_screening_are_read_by_the_office(everyone):
    idea = Idea(author_id=everyone["anna"].id, status=Status.SCREENING)
    screening = Screening(idea=idea)
    found = allowed("may_read_screening", everyone, lambda _person: screening)
    assert found == {"clara", "doris"}
