"""Finding ideas that are like a text; the reader's rights decide what may be found."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, false, select, true

from ideas.accounts.rules import is_chair, is_coordinator
from ideas.core.database import session
from ideas.core.similarity import Question, Rarity, rarity
from ideas.ideation.models import Idea, IdeaKey, IdeaProfile, KeyCount, Status
from ideas.ideation.queries.corrections import corrected_reasons
from ideas.ideation.rules import authored_by, readable_by
from ideas.people.models import Person
from ideas.process.models import Entry, Reason
from ideas.process.queries import visible_reason

MOST = 5
FEWEST_WORDS = 3
# Shown is what is this much like the text, and not much less than the best.
FLOOR, BESIDE_BEST = 0.28, 0.6
MOST_POSTINGS = 3_000
CANDIDATES = 60
OWN = 20
DIGITS = 5


class Similar(NamedTuple):
    """What a list shows of an idea that is like a text, and how much, from 0 to 1."""

    idea: Any
    score: float


class Sight(NamedTuple):
    """What a reader may be shown: as a condition, and whether beyond what is public."""

    where: ColumnElement[bool]
    is_wide: bool


EVERYTHING = Sight(Idea.status != Status.DRAFT, is_wide=True)


class Counts:
    """In how many ideas within sight the keys of a question stand."""

    def __init__(self, keys: Mapping[str, float], *, is_wide: bool) -> None:
        """Read the counts of these keys."""
        column = KeyCount.ideas if is_wide else KeyCount.public_ideas
        rows = session.execute(
            select(KeyCount.key, column).where(KeyCount.key.in_(["", *keys]), column > 0)
        )
        self.known = {row[0]: row[1] for row in rows}
        self.ideas = self.known.pop("", 0)

    def rarity(self, key: str) -> float:
        """Return how much a key counts."""
        return rarity(key, self.known.get(key, 0), self.ideas)


def similar_ideas(
    title: str,
    body: str,
    *,
    reader: Person,
    most: int = MOST,
    floor: float = FLOOR,
) -> list[tuple[Idea, float]]:
    """Return the ideas that are most like the text, of any state that the reader may read."""
    question = Question(title, body)
    if len(question.words) < FEWEST_WORDS:
        return []
    sight = sight_of(reader)
    counts = Counts(question.keys, is_wide=sight.is_wide)
    found = candidates(question.keys, counts.known, counts.rarity, sight)
    if not sight.is_wide:
        found += _own_hidden(reader)
    best = rank(question.scorer(counts.rarity), found, sight, most=most, floor=floor)
    if floor:
        best = [one for one in best if one.score >= BESIDE_BEST * best[0].score]
    ids = [one.idea.id for one in best]
    ideas = {idea.id: idea for idea in session.scalars(select(Idea).where(Idea.id.in_(ids)))}
    return [(ideas[one.idea.id], one.score) for one in best]


def sight_of(reader: Person) -> Sight:
    """Return what this reader may be shown."""
    where = and_(Idea.status.not_in((Status.DRAFT, Status.DUPLICATE)), readable_by(reader))
    return Sight(where, is_wide=is_coordinator(reader) or is_chair(reader))


def candidates(
    keys: Mapping[str, float], known: Mapping[str, int], rarity: Rarity, sight: Sight
) -> list[int]:
    """Return the ids of the ideas that the rarest keys of a question speak for, the best first."""
    chosen = affordable(keys, known, rarity)
    statement = select(IdeaKey.key, IdeaKey.idea_id, IdeaKey.weight).where(IdeaKey.key.in_(chosen))
    if not sight.is_wide:
        statement = statement.where(IdeaKey.is_public == true())
    sums: dict[int, float] = {}
    for key, idea, weight in session.connection().execute(statement):
        sums[idea] = sums.get(idea, 0.0) + chosen[key] * weight
    return sorted(sorted(sums), key=sums.__getitem__, reverse=True)[:CANDIDATES]


def affordable(
    keys: Mapping[str, float], known: Mapping[str, int], rarity: Rarity
) -> dict[str, float]:
    """Choose the keys that say most until enough ideas are looked at."""
    weights = {key: share * rarity(key) for key, share in keys.items() if known.get(key)}
    left, chosen = MOST_POSTINGS, {}
    for key in sorted(weights, key=lambda key: (-weights[key], key)):
        if known[key] <= left:
            left -= known[key]
            chosen[key] = weights[key]
    return chosen


def rank(
    score: Callable[[Mapping[str, float]], float],
    ids: Sequence[int],
    sight: Sight,
    *,
    most: int = MOST,
    floor: float = 0.0,
) -> list[Similar]:
    """Return the best of these ideas in the order of their likeness, equal ones by receipt."""
    statement = (
        select(Idea.id, Idea.number, Idea.title, Idea.status, IdeaProfile.keys.label("profile"))
        .add_columns(Idea.number_year, Idea.number_n)
        .join(IdeaProfile, IdeaProfile.id == Idea.id)
        .where(Idea.id.in_(ids), sight.where)
    )
    found = [
        Similar(row, round(score(json.loads(row.profile)), DIGITS))
        for row in session.execute(statement)
    ]
    found = [one for one in found if one.score > floor]
    return sorted(found, key=_place)[:most]


def answers_to(ids: Sequence[int]) -> dict[int, str]:
    """Return the public reason of the last answer to each idea, where there is one."""
    statement = (
        select(Entry.subject_id, Reason, Idea.correction_count)
        .join(Reason, Reason.entry_sequence == Entry.sequence)
        .join(Idea, Idea.id == Entry.subject_id)
        .where(Entry.subject_kind == Idea.__tablename__, Entry.subject_id.in_(ids))
        .where(Entry.to_status.is_not(None), Entry.to_status != Status.QUERY.value)
        .order_by(Entry.sequence)
    )
    rows = session.execute(statement).all()
    corrected = corrected_reasons({key for key, _reason, count in rows if count})
    said = {
        key: visible_reason(reason) and corrected.get(reason.entry_sequence, reason.public)
        for key, reason, _count in rows
    }
    return {key: text for key, text in said.items() if text}


def _own_hidden(reader: Person) -> list[int]:
    """Return one's own newest ideas that not everybody may read."""
    statement = (
        select(Idea.id)
        .join(IdeaProfile, IdeaProfile.id == Idea.id)
        .where(authored_by(reader), IdeaProfile.is_public == false())
        .order_by(Idea.id.desc())
        .limit(OWN)
    )
    return list(session.scalars(statement))


def _place(one: Similar) -> tuple[float, int, int]:
    return -one.score, one.idea.number_year, one.idea.number_n
