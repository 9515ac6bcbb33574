"""What must hold of scores, the results of rounds, and decisions."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from ideas.cli.invariants.finding import each
from ideas.core.database import session
from ideas.core.errors import Invalid
from ideas.programme.models import Criterion
from ideas.steering.figures import Marks, is_carried, is_quorate, spread
from ideas.steering.models import Decision, Round, RoundIdea, RoundStatus, Score, ScoreKind

UNSEALED = (RoundStatus.RELEASED, RoundStatus.COMPLETED)
SAME = 1e-6
BATCH = 1000


def scores() -> Iterator[str]:
    """Points lie on the scale of the campaign's criteria and give the stored score."""
    weights: dict[int, dict[str, int]] = defaultdict(dict)
    rubrics = select(Round.id, Criterion.key, Criterion.weight)
    for round_id, criterion, weight in session.execute(
        rubrics.join(Criterion, Criterion.campaign_id == Round.campaign_id)
    ):
        weights[round_id][criterion] = weight
    rows = session.execute(
        select(Score.id, Score.round_id, Score.marks, Score.weighted)
        .where(Score.kind == ScoreKind.SCORED)
        .execution_options(yield_per=BATCH)
    )
    for key, round_id, marks, weighted in rows:
        try:
            differs = abs(Marks(marks, weights[round_id]).weighted - (weighted or 0)) > SAME
        except Invalid:
            yield f"Bewertung {key} hat Punkte außerhalb der Skala oder fremde Kriterien."
        else:
            if differs:
                yield f"Bewertung {key} ergibt einen anderen Wert als den gespeicherten."


def results() -> Iterator[str]:
    """A sealed round has no results; a released one has those of its scores."""
    sealed = (
        select(RoundIdea.idea_id, RoundIdea.round_id)
        .join(Round)
        .where(Round.status.not_in(UNSEALED))
        .where(RoundIdea.scores.is_not(None) | RoundIdea.rank.is_not(None))
    )
    yield from each("Idee {} hat in der versiegelten Runde {} schon ein Ergebnis.", sealed)
    said: dict[tuple[int, int], list[float]] = defaultdict(list)
    counted = select(Score.round_id, Score.idea_id, Score.weighted)
    for round_id, idea_id, weighted in session.execute(
        counted.where(Score.kind == ScoreKind.SCORED)
    ):
        said[(round_id, idea_id)].append(weighted or 0)
    rows = (
        select(RoundIdea.round_id, RoundIdea.idea_id, RoundIdea.scores)
        .add_columns(RoundIdea.mean, RoundIdea.low, RoundIdea.high)
        .join(Round)
        .where(Round.status.in_(UNSEALED))
    )
    for round_id, idea_id, *stored in session.execute(rows):
        if not _fits(said[(round_id, idea_id)], stored):
            yield f"Das Ergebnis von Idee {idea_id} in Runde {round_id} ist nicht das ihrer Punkte."


def _fits(values: list[float], stored: list[Any]) -> bool:
    found = spread(values)
    wanted = (found.mean, found.low, found.high) if found else (None, None, None)
    same = all(
        a is b or (a is not None and b is not None and abs(a - b) < SAME)
        for a, b in zip(wanted, stored[1:], strict=True)
    )
    return stored[0] == len(values) and same


def decisions() -> Iterator[str]:
    """The votes are those of the people present, who were enough."""
    rows = session.execute(
        select(Decision.id, Decision.members, Decision.present, Decision.excluded).add_columns(
            Decision.yes, Decision.no, Decision.abstain
        )
    )
    for key, members, present, excluded, yes, no, abstain in rows:
        if set(present) & set(excluded):
            yield f"Entscheidung {key}: Ausgeschlossene waren beteiligt."
        if not is_quorate(len(present), members):
            yield f"Entscheidung {key} fiel ohne Beschlussfähigkeit."
        if yes + no + abstain != len(present) or not is_carried(yes, no):
            yield f"Entscheidung {key}: Die Stimmen passen nicht zu Anwesenden und Beschluss."
