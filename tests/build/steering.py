"""Ideas between hand-in and decision, built by the actions that people call."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import time_machine

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.ideation.actions.waiting import Destination
from ideas.ideation.actions.writing import Texts, draft_idea, submit_idea
from ideas.ideation.models import Addressee, Idea
from ideas.ideation.queries import get_idea
from ideas.people.models import Person
from ideas.people.queries import system
from ideas.programme.queries import gate_questions, permanent_channel
from ideas.steering import queries
from ideas.steering.actions import deciding, rounds, scoring, screening
from ideas.steering.actions.deciding import Motion, Poll
from ideas.steering.actions.scoring import Judgement
from ideas.steering.actions.screening import Answer
from ideas.steering.models import GateAnswer, Outcome, Round, ScoreKind
from tests.personas import person_named

KEYS = ("goal", "benefit", "feasibility", "effort", "reach", "novelty")
WEIGHTS = dict(zip(KEYS, (30, 20, 20, 15, 10, 5), strict=True))
REASON = "Der Nutzen für viele Teams wiegt den geringen Aufwand auf."
LETTER = "Vielen Dank für Ihre Idee! Die Gruppe hat sie beraten und so entschieden."
CHANGE = "Der Aufwand müsste kleiner werden."
VOTERS = ("bernd", "doris", "emine", "jan")


def handed_in(*, by: Person, title: str = "Kurzbrief beim Umzug") -> str:
    """Return the number of an idea that waits for its screening."""
    with transaction():
        texts = Texts(title, problem="Der Brief ist zu lang.", proposal="Eine Seite genügt.")
        idea = draft_idea(texts, campaign=permanent_channel(), actor=by)
        session.flush()
        submit_idea(idea, actor=by)
        number = idea.number
    assert number
    return number


def attempt(
    action: Callable[..., Any], number: str, *given: Any, actor: Person, **more: Any
) -> Any:
    """Let a person do something with an idea, in a transaction of its own."""
    with transaction():
        return action(get_idea(number, reader=actor), *given, actor=actor, **more)


def in_screening(*, by: Person, title: str = "Kurzbrief beim Umzug") -> str:
    """Return the number of a published idea."""
    number = handed_in(by=by, title=title)
    publish(number)
    return number


def publish(number: str) -> None:
    """Let the coordinator publish an idea."""
    attempt(screening.publish_idea, number, actor=person_named("clara"))


def all_gates(answer: GateAnswer = GateAnswer.YES) -> dict[str, Answer]:
    """Answer every question of the screening alike."""
    return {question.key: Answer(answer) for question in gate_questions()}


def screened(*, by: Person, title: str = "Kurzbrief beim Umzug") -> str:
    """Return the number of an idea that waits for a round."""
    number, clara = in_screening(by=by, title=title), person_named("clara")
    attempt(screening.save_screening, number, all_gates(), seen=1, actor=clara)
    attempt(screening.pass_on, number, actor=clara)
    return number


def taken_up_again(number: str, day: date) -> None:
    """Let a deferred idea's day come, and let it pass the screening a second time."""
    clara = person_named("clara")
    with time_machine.travel(f"{day} 12:00"), transaction():
        screening.resume_deferred(actor=system())
    attempt(screening.pass_on, number, actor=clara)


def open_round(name: str = "Herbstrunde", *, days: int = 20, by: str = "doris") -> int:
    """Open a round over everything that waits in the permanent channel."""
    actor = person_named(by)
    with transaction():
        due = clock.today() + timedelta(days=days)
        return rounds.open_round(permanent_channel(), name, due, actor=actor).id


def in_round(*, by: Person, title: str = "Kurzbrief beim Umzug") -> tuple[str, int]:
    """Return number and round of an idea that is being scored."""
    return screened(by=by, title=title), open_round()


def points(value: int) -> Judgement:
    """The same point on every criterion, with the comments that the ends of the scale need."""
    comments = {key: f"Punkt {value} bei {key}" for key in KEYS} if value in {1, 5} else {}
    return Judgement(dict.fromkeys(KEYS, value), comments, f"Notiz {value}")


def score(number: str, member: str, value: int, *, seen: int = 0) -> None:
    """Let a member score an idea with the same point on every criterion."""
    person = person_named(member)
    attempt(scoring.score_idea, number, points(value), seen=seen, actor=person)


def declare(number: str, member: str, kind: ScoreKind = ScoreKind.BIASED, *, seen: int = 0) -> None:
    """Let a member give no points."""
    person = person_named(member)
    attempt(scoring.decline_to_score, number, kind, seen=seen, actor=person)


def close_round(round_id: int, *, by: str = "doris") -> None:
    """Let the chair close and release the round."""
    actor = person_named(by)
    with transaction():
        rounds.close_round(session.get_one(Round, round_id), actor=actor)


def evaluated(
    *, by: Person, values: tuple[int, ...] = (4, 4, 3, 2), title: str = "Kurzbrief beim Umzug"
) -> tuple[str, int]:
    """Return number and round of an idea that waits for its decision."""
    number, round_id = in_round(by=by, title=title)
    for member, value in zip(VOTERS, values, strict=False):
        score(number, member, value)
    close_round(round_id)
    return number, round_id


def poll(*present: str, yes: int | None = None, no: int = 0, abstain: int = 0) -> Poll:
    """Presence and votes; those who are not named otherwise say yes."""
    ids = frozenset(person_named(key).id for key in present or VOTERS)
    return Poll(ids, len(ids) - no - abstain if yes is None else yes, no, abstain)


def motion(outcome: Outcome = Outcome.SELECT) -> Motion:
    """Return a complete motion."""
    until = clock.today() + timedelta(days=90) if outcome == Outcome.DEFER else None
    change = "" if outcome == Outcome.SELECT else CHANGE
    sent_to = Destination(Addressee.AGENCY, "Zentrale Nürnberg", clock.a_year_ahead())
    to = sent_to if outcome == Outcome.FORWARD else None
    return Motion(outcome, REASON, LETTER, until, change=change, destination=to)


def decide(
    number: str,
    round_id: int,
    outcome: Outcome = Outcome.SELECT,
    votes: Poll | None = None,
    by: str = "doris",
) -> int:
    """Let the chair record the decision; return its id."""
    return decide_with(number, round_id, motion(outcome), votes, by)


def decide_with(
    number: str, round_id: int, moved: Motion, votes: Poll | None = None, by: str = "doris"
) -> int:
    """Let the chair record a decision on this motion; return its id."""
    actor, votes = person_named(by), votes or poll()
    with transaction():
        entry = queries.get_result(round_id, number, reader=actor).entry
        assert entry
        return deciding.decide_on(entry, moved, votes, actor=actor).id


def decide_sealed(number: str, round_id: int) -> None:
    """Let the chair try to decide on an idea whose round is not released."""
    doris, votes = person_named("doris"), poll()
    with transaction():
        entry = queries.ballot_for(get_idea(number, reader=doris), doris, round_id=round_id).entry
        assert entry
        deciding.decide_on(entry, motion(), votes, actor=doris)


def release(decision_id: int, *, by: str = "doris") -> None:
    """Let the chair release the decision."""
    actor = person_named(by)
    with transaction():
        deciding.release_decision(queries.get_decision(decision_id), actor=actor)


def decided(*, by: Person, outcome: Outcome = Outcome.SELECT, title: str = "Kurzbrief") -> str:
    """Return the number of an idea whose decision is released."""
    number, round_id = evaluated(by=by, title=title)
    release(decide(number, round_id, outcome))
    return number


def look_at(number: str, reader: Person) -> Idea:
    """Return the idea as it is stored now."""
    return get_idea(number, reader=reader)
