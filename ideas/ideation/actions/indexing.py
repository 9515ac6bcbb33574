"""The one place that writes what search and similar ideas know of an idea, and forgets it."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Table, delete, insert, select

from ideas.core.counting import add_up
from ideas.core.database import Base, session
from ideas.core.similarity import Profile, profile
from ideas.ideation.actions.searchable import make_searchable
from ideas.ideation.models import (
    Idea,
    IdeaKey,
    IdeaProfile,
    IdeaText,
    KeyCount,
    Status,
    idea_index,
)

BATCH = 500
TOTAL = ""  # the key that counts the ideas themselves


class Wording(NamedTuple):
    """What is indexed of an idea, whether its row is loaded or not."""

    id: int
    title: str
    body: str
    is_public: bool


def index_idea(idea: Idea) -> None:
    """Let search and hints find the idea; to be called whenever its text or its readers change."""
    index_ideas([idea])


def index_ideas(ideas: Iterable[Idea]) -> None:
    """Let search and hints find these ideas, and the ones they are merged into by their words."""
    session.flush()
    changed = {one.id: one for idea in ideas for one in (idea, idea.merged_into) if one}
    index_wordings([_wording(idea) for idea in changed.values()])
    make_searchable(changed)


def index_wordings(wordings: Sequence[Wording]) -> None:
    """Let hints find these texts; an earlier version is replaced."""
    for start in range(0, len(wordings), BATCH):
        batch = wordings[start : start + BATCH]
        fresh = {one.id: (profile(one.title, one.body), one.is_public) for one in batch}
        known = _known(list(fresh))
        _replace(known, {key: new for key, new in fresh.items() if known.get(key) != new})


def forget(idea: Idea) -> None:
    """Take everything that search and hints know of the idea."""
    _replace(_known([idea.id]), {idea.id: None})
    idea_index.remove(session(), idea.id)


def index_missing(*, anew: bool = False) -> int:
    """Index what is not indexed yet, or everything anew; return how many ideas that were."""
    wanted = select(Idea.id).where(Idea.status != Status.DRAFT).order_by(Idea.id)
    if anew:
        session.execute(delete(KeyCount))
        session.execute(delete(IdeaKey))
        session.execute(delete(IdeaProfile))
        idea_index.clear(session())
    else:
        known = Idea.id.in_(select(IdeaProfile.id)) & Idea.id.in_(select(IdeaText.id))
        wanted = wanted.where(~known)
    ids = list(session.scalars(wanted))
    for start in range(0, len(ids), BATCH):
        batch = select(Idea).where(Idea.id.in_(ids[start : start + BATCH])).order_by(Idea.id)
        index_ideas(session.scalars(batch))
        session.flush()
        session.expunge_all()
    return len(ids)


Stand = tuple[Profile, bool]


def _wording(idea: Idea) -> Wording:
    parts = [part for part in idea.merged_ideas if _is_public(part)] if idea.merged_count else []
    body = " ".join((_body(idea), *(f"{one.number} {one.title} {_body(one)}" for one in parts)))
    return Wording(idea.id, idea.title, body, _is_public(idea))


def _body(idea: Idea) -> str:
    texts = (idea.problem, idea.audience, idea.proposal, idea.benefit)
    return " ".join(text.source for text in texts)


def _is_public(idea: Idea) -> bool:
    is_shown = idea.published_at is not None and idea.withheld_at is None
    return is_shown and not idea.is_restricted


def _known(ids: list[int]) -> dict[int, Stand]:
    rows = session.execute(
        select(IdeaProfile.id, IdeaProfile.keys, IdeaProfile.is_public).where(
            IdeaProfile.id.in_(ids)
        )
    )
    return {row.id: (json.loads(row.keys), row.is_public) for row in rows}


def _replace(known: dict[int, Stand], fresh: dict[int, Stand] | dict[int, None]) -> None:
    """Put fresh profiles in the place of the known ones, and keep the counts."""
    added: Counter[tuple[str, bool]] = Counter()
    for key, stand in fresh.items():
        if key in known:
            _count(added, known[key], -1)
            old = list(known[key][0])
            session.execute(delete(IdeaKey).where(IdeaKey.idea_id == key, IdeaKey.key.in_(old)))
            session.execute(delete(IdeaProfile).where(IdeaProfile.id == key))
        if stand:
            _count(added, stand, 1)
    _store({key: stand for key, stand in fresh.items() if stand})
    counts = [
        {"key": key, "ideas": ideas, "public_ideas": added[key, True]}
        for key in {key for key, _public in added}
        if (ideas := added[key, False] + added[key, True]) or added[key, True]
    ]
    add_up(session(), _table(KeyCount), counts)
    # A key that nobody uses any more may be a name that was blacked out: it goes as well.
    gone = {key for key, _public in added if added[key, False] + added[key, True] < 0}
    if gone:
        unused = (KeyCount.key.in_(gone), KeyCount.ideas == 0)
        session.execute(delete(KeyCount).where(*unused))


def _store(fresh: dict[int, Stand]) -> None:
    if not fresh:
        return
    profiles = [
        {"id": idea, "keys": json.dumps(keys, separators=(",", ":")), "is_public": is_public}
        for idea, (keys, is_public) in fresh.items()
    ]
    postings = [
        {"key": key, "idea_id": idea, "weight": weight, "is_public": is_public}
        for idea, (keys, is_public) in fresh.items()
        for key, weight in keys.items()
    ]
    session.execute(insert(_table(IdeaProfile)), profiles)
    if postings:
        postings.sort(key=lambda row: (str(row["key"]), row["idea_id"]))
        session.execute(insert(_table(IdeaKey)), postings)


def _count(counts: Counter[tuple[str, bool]], stand: Stand, by: int) -> None:
    keys, is_public = stand
    for key in (TOTAL, *keys):
        counts[key, is_public] += by


def _table(model: type[Base]) -> Table:
    return Base.metadata.tables[model.__tablename__]
