"""The one great round of the bulk: scores, results, decisions."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from ideas.demo import texts
from ideas.demo.bulk.diary import Diary, Line, acting
from ideas.demo.bulk.made import Made
from ideas.demo.bulk.rows import store, store_for_ids
from ideas.demo.rounds import judge
from ideas.demo.stage import CHANNEL, Stage
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.steering import figures
from ideas.steering.models import (
    Decision,
    Outcome,
    Round,
    RoundIdea,
    RoundStatus,
    Score,
    ScoreKind,
)

OPENED, CLOSED, DECIDED, RELEASED = 880, 860, 852, 848
WAITS_FOR_CHAIR = {Status.EVALUATED, Status.SELECTED}
OUTCOMES = {
    Status.SELECTED: Outcome.SELECT,
    Status.DEFERRED: Outcome.DEFER,
    Status.DECLINED: Outcome.DECLINE,
}
BATCH = 500
MINUTES = 18 * 24 * 60


def result_at(stage: Stage, status: Status) -> datetime:
    """Return the moment at which the ideas of the bulk came into this state."""
    return stage.calendar.noon(CLOSED if status == Status.EVALUATED else RELEASED)


def hold_round(stage: Stage, made: Sequence[Made], diary: Diary) -> None:
    """Write the round over all ideas of the bulk, which the chair has closed and released."""
    key = _insert_round(stage, len(made), diary)
    said: dict[int, figures.Summary] = {}
    for start in range(0, len(made), BATCH):
        batch = made[start : start + BATCH]
        said |= _insert_scores(stage, key, batch, diary)
        for one in batch:
            _note_way(stage, key, one, diary)
    _insert_results(key, made, said)
    decided = [one for one in made if one.status in OUTCOMES]
    _insert_decisions(stage, key, decided, diary)


def _insert_round(stage: Stage, ideas: int, diary: Diary) -> int:
    row = {
        "campaign_id": stage.campaigns[CHANNEL].id,
        "name": "Offener Kanal, Sammelrunde",
        "status": RoundStatus.RELEASED,
        "status_since": stage.calendar.noon(CLOSED),
        "due_on": stage.calendar.day(CLOSED),
        "version": 3,
    }
    key = store_for_ids(Round, [row])[0]
    subject, chair = (Round.__tablename__, key), acting(stage.cast.chair)
    states = (RoundStatus.DRAFT, RoundStatus.OPEN, RoundStatus.CLOSED, RoundStatus.RELEASED)
    opened, closed = stage.calendar.noon(OPENED), stage.calendar.noon(CLOSED)
    diary.note(Line(opened, "round.opened", subject, chair, states[:2], {"ideas": ideas}))
    diary.note(Line(closed, "round.closed", subject, chair, states[1:3]))
    diary.note(Line(closed, "round.released", subject, chair, states[2:]))
    return key


def _insert_scores(
    stage: Stage, key: int, batch: Sequence[Made], diary: Diary
) -> dict[int, figures.Summary]:
    weights = {row.key: row.weight for row in stage.campaigns[CHANNEL].criteria}
    rows, said, keys = [], {}, list(weights)
    for one in batch:
        given = []
        for member in stage.cast.members:
            judgement = judge(stage.rng, keys, one.quality)
            marks = dict(judgement.points)
            weighted = figures.Marks(marks, weights).weighted
            given.append((weighted, marks))
            at = stage.calendar.noon(OPENED) + timedelta(minutes=stage.rng.randrange(MINUTES))
            values = {"marks": marks, "comments": dict(judgement.comments), "weighted": weighted}
            rows.append({**_blank(key, one, member, at), **values})
        said[one.id] = figures.summary(given)
    _note_scores(stage, rows, diary)
    return said


def _blank(key: int, one: Made, member: Person, at: datetime) -> dict[str, Any]:
    return {
        "round_id": key,
        "idea_id": one.id,
        "scorer_id": member.id,
        "kind": ScoreKind.SCORED,
        "note": "",
        "made_at": at,
        "changed_at": at,
        "version": 1,
    }


def _note_scores(stage: Stage, rows: list[dict[str, Any]], diary: Diary) -> None:
    roles = {member.id: acting(member) for member in stage.cast.members}
    for key, row in zip(store_for_ids(Score, rows), rows, strict=True):
        where = {"round": row["round_id"], "idea": row["idea_id"]}
        subject, actor = (Score.__tablename__, key), roles[row["scorer_id"]]
        diary.note(Line(row["made_at"], "score.given", subject, actor, details=where))


def _note_way(stage: Stage, key: int, one: Made, diary: Diary) -> None:
    """Note how the idea entered the round and left it."""
    subject, chair = (Idea.__tablename__, one.id), acting(stage.cast.chair)
    states, where = (Status.SCREENING, Status.SCORING, Status.EVALUATED), {"round": key}
    opened, closed = stage.calendar.noon(OPENED), stage.calendar.noon(CLOSED)
    diary.note(Line(opened, "idea.round_opened", subject, chair, states[:2], where))
    diary.note(Line(closed, "idea.evaluated", subject, chair, states[1:], where))


def _insert_results(key: int, made: Sequence[Made], said: dict[int, figures.Summary]) -> None:
    means = {idea: summary.total for idea, summary in said.items()}
    standings = [
        figures.Standing(one.id, one.number, total.mean if (total := means[one.id]) else None)
        for one in made
    ]
    rows = []
    for rank, idea in enumerate(figures.ranking(standings), 1):
        total = means[idea]
        row: dict[str, Any] = {"round_id": key, "idea_id": idea, "text_version": 1, "rank": rank}
        row |= asdict(total) if total else {"mean": None, "low": None, "high": None}
        profile = {name: asdict(spread) for name, spread in said[idea].profile.items()}
        rows.append({**row, "scores": said[idea].count, "profile": profile})
    store(RoundIdea, rows)


def _insert_decisions(stage: Stage, key: int, decided: Sequence[Made], diary: Diary) -> None:
    present = sorted(member.id for member in stage.cast.members)
    at, told = stage.calendar.noon(DECIDED), stage.calendar.noon(RELEASED)
    rows, chair = [], acting(stage.cast.chair)
    for one in decided:
        letter = texts.read("letters")[OUTCOMES[one.status]]
        row = {
            "round_id": key,
            "idea_id": one.id,
            "outcome": OUTCOMES[one.status],
            "defer_until": one.deferred_until,
            **letter,
            "members": len(present),
            "present": present,
            "excluded": [],
            "yes": len(present) - 1,
            "no": 0,
            "abstain": 1,
        }
        rows.append({**row, "decided_at": at, "released_at": told})
        subject, where = (Idea.__tablename__, one.id), {"round": key}
        states = (Status.EVALUATED, Status.DECISION_DRAFT, one.status)
        diary.note(Line(at, "idea.decision_drafted", subject, chair, states[:2], where))
        texts_of = {"public": letter["letter"], "internal": letter["reason_internal"]}
        event = f"idea.{one.status}"
        diary.note(Line(told, event, subject, chair, states[1:], where, **texts_of))
    store(Decision, rows)
