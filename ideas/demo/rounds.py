"""The rounds of the demonstration: which ideas they hold, how they are scored and decided."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from ideas.core import clock
from ideas.core.database import session
from ideas.demo import texts
from ideas.demo.byways import change_for
from ideas.demo.stage import CAMPAIGN, CHANNEL, Stage
from ideas.demo.texts import Text
from ideas.people.models import Person
from ideas.steering.actions.deciding import Motion, Poll, decide_on, release_decision
from ideas.steering.actions.rounds import close_round, open_round
from ideas.steering.actions.scoring import Judgement, decline_to_score, score_idea
from ideas.steering.models import Outcome, RoundIdea, ScoreKind
from ideas.steering.queries import excluded_from, voters

LOWEST, HIGHEST = 1, 5
MONTH = 30
RARE = 0.03
OUTCOMES = {
    "selected": Outcome.SELECT,
    "project": Outcome.SELECT,
    "declined": Outcome.DECLINE,
    "deferred": Outcome.DEFER,
    "select": Outcome.SELECT,
    "decline": Outcome.DECLINE,
    "defer": Outcome.DEFER,
}


@dataclass(frozen=True)
class Plan:
    """A round and its days, counted back from today; one without a closing day is open."""

    name: str
    campaign: str
    collects: tuple[int, int]
    opens: int
    closes: int = 0
    decides: int = 0
    releases: int = 0


FIRST = Plan("Erste Bewertungsrunde", CAMPAIGN, (790, 735), 716, 690, 684, 679)
EARLY = Plan("Offener Kanal, erste Runde", CHANNEL, (640, 560), 548, 524, 518, 513)
SECOND = Plan("Zweite Bewertungsrunde", CAMPAIGN, (430, 370), 352, 326, 320, 314)
CHANNELS = Plan("Offener Kanal, zweite Runde", CHANNEL, (190, 140), 124, 100, 94, 89)
THIRD = Plan("Dritte Bewertungsrunde", CAMPAIGN, (150, 106), 92, 68, 61, 55)
OPEN = Plan("Vierte Bewertungsrunde", CAMPAIGN, (62, 27), 12)
PLANS = (FIRST, EARLY, SECOND, CHANNELS, THIRD, OPEN)
OF_PHASE = {
    "completed": FIRST,
    "stopped": FIRST,
    "rollout": FIRST,
    "trial": SECOND,
    "design": SECOND,
    "parked": SECOND,
}
UNDECIDED = {"evaluated", "decision_draft"}
# How many of the ideas in the open round each member has scored already.
EAGERNESS = {"bernd": 3, "emine": 2, "jan": 5, "doris": 4}
PROMPT = 7


def plan_of(text: Text, n: int) -> Plan | None:
    """Return the round that the n-th idea is scored in, if any."""
    if text["state"] == "scoring":
        return OPEN
    if text["state"] in UNDECIDED:
        return THIRD
    if text["state"] not in OUTCOMES:
        return None
    if text["campaign"] == CHANNEL:
        return EARLY if text["state"] == "project" else CHANNELS
    if text["state"] == "project":
        return OF_PHASE.get(texts.projects()[text["title"]]["phase"], THIRD)
    return (SECOND, THIRD)[n % 2] if text["state"] == "declined" else THIRD


def plan_round(stage: Stage, plan: Plan, ideas: Sequence[Text]) -> Iterator[tuple[Text, datetime]]:
    """Let the group score and decide the ideas of a round; yield when each decision is told."""
    if not ideas:
        return
    calendar = stage.calendar
    opened = calendar.ago(plan.opens)
    stage.script.add(opened, lambda: _open(stage, plan))
    closed = calendar.ago(plan.closes) if plan.closes else None
    for n, member in enumerate(stage.cast.members):
        _plan_scores(stage, member, n, ideas, (opened, closed))
    if closed is None:
        return
    stage.script.add(closed, lambda: close_round(stage.rounds[plan.name], actor=stage.cast.chair))
    for text in ideas:
        if text["state"] == "decision_draft":
            _plan_decision(stage, plan, text, calendar.ago(3))
        elif text["state"] in OUTCOMES:
            decided = calendar.after(closed, plan.closes - plan.decides)
            _plan_decision(stage, plan, text, decided)
            released = calendar.after(decided, plan.decides - plan.releases)
            stage.script.add(released, _releasing(stage, text))
            yield text, released


def _open(stage: Stage, plan: Plan) -> None:
    due = stage.calendar.day(plan.closes) if plan.closes else stage.today + timedelta(days=16)
    campaign = stage.campaigns[plan.campaign]
    stage.rounds[plan.name] = open_round(campaign, plan.name, due, actor=stage.cast.chair)


def _plan_scores(
    stage: Stage,
    member: Person,
    n: int,
    ideas: Sequence[Text],
    times: tuple[datetime, datetime | None],
) -> None:
    opened, closed = times
    personas = {person.id: key for key, person in stage.cast.personas.items()}
    done = len(ideas) if closed else EAGERNESS.get(personas.get(member.id, ""), PROMPT)
    kindness = stage.rng.uniform(-0.5, 0.5)
    for text in ideas[:done]:
        at = stage.calendar.between(opened, closed or stage.calendar.ago(1))
        act = _scoring(stage, member, text, kindness)
        stage.script.add(max(at, opened + timedelta(minutes=5 + n)), act)


def _scoring(stage: Stage, member: Person, text: Text, kindness: float) -> Callable[[], object]:
    def score() -> object:
        idea = stage.ideas[text["title"]]
        if stage.rng.random() < RARE:
            # The chair stays free of bias: somebody has to record every decision.
            kinds = [ScoreKind.OUT_OF_FIELD, ScoreKind.BIASED]
            kind = kinds[0] if member is stage.cast.chair else stage.rng.choice(kinds)
            return decline_to_score(idea, kind, seen=0, actor=member)
        keys = [criterion.key for criterion in idea.campaign.criteria]
        judgement = judge(stage.rng, keys, text["quality"] + kindness)
        return score_idea(idea, judgement, seen=0, actor=member)

    return score


def judge(rng: Random, keys: Sequence[str], quality: float) -> Judgement:
    """Return points around this quality, with the comments that the ends of the scale need."""
    points = {key: min(max(round(rng.gauss(quality - 0.2, 0.8)), LOWEST), HIGHEST) for key in keys}
    ends = {LOWEST: "low", HIGHEST: "high"}
    comments = {
        key: rng.choice(texts.score_comments()[ends[point], key])
        for key, point in points.items()
        if point in ends
    }
    return Judgement(points, comments)


def _plan_decision(stage: Stage, plan: Plan, text: Text, at: datetime) -> None:
    outcome = OUTCOMES[text["motion"] if "motion" in text else text["state"]]
    until = None
    if outcome == Outcome.DEFER:
        until = clock.local(at).date() + timedelta(days=MONTH * text["defer_until_months"])
    change = change_for(outcome.value)
    motion = Motion(outcome, text["reason_internal"], text["letter"], until, change)

    def decide() -> None:
        round_, idea = stage.rounds[plan.name], stage.ideas[text["title"]]
        entry = session.get_one(RoundIdea, (round_.id, idea.id))
        members = voters()
        entitled = {member.id for member in members} - set(excluded_from(entry, members))
        poll = _vote(stage, frozenset(entitled))
        stage.decisions[text["title"]] = decide_on(entry, motion, poll, actor=stage.cast.chair)

    stage.script.add(at, decide)


def _vote(stage: Stage, present: frozenset[int]) -> Poll:
    """Return a vote that carries the motion: mostly yes, now and then a no or an abstention."""
    no, abstain = stage.rng.choice([(0, 0), (0, 0), (0, 1), (1, 0)])
    return Poll(present, len(present) - no - abstain, no, abstain)


def _releasing(stage: Stage, text: Text) -> Callable[[], object]:
    return lambda: release_decision(stage.decisions[text["title"]], actor=stage.cast.chair)
