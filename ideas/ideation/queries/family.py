"""Ideas that count as one: which lead where, and which an idea can be merged into."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.attributes import set_committed_value

from ideas.attachments.models import Attachment
from ideas.core.database import session
from ideas.core.search_words import read_words
from ideas.ideation.models import (
    Idea,
    IdeaFile,
    Merging,
    ProjectStatus,
    Status,
    Support,
    family_ids,
    idea_index,
)
from ideas.ideation.queries.likeness import similar_ideas
from ideas.ideation.queries.single import ties
from ideas.ideation.queries.support import shown_support
from ideas.ideation.rules import involving, may_read, readable_by
from ideas.people.models import Person
from ideas.programme.models import Campaign

MOST_TARGETS = 15
# An idea that has ended would take the other one with it, without a decision of its own.
ENDED = frozenset({Status.DECLINED, Status.INADMISSIBLE, Status.WITHDRAWN})
NOT_TARGETS = ENDED | {Status.DRAFT, Status.SUBMITTED, Status.DUPLICATE, Status.DECISION_DRAFT}


class Family(NamedTuple):
    """The ideas that count as one with an idea, as far as its reader may know of them."""

    home: Idea | None = None
    parts: Sequence[Idea] = ()
    merging: Merging | None = None
    files: Sequence[tuple[int, Attachment]] = ()

    def files_of(self, part: Idea) -> list[Attachment]:
        """Return the files that came with one of the ideas merged into this one."""
        return [file for idea_id, file in self.files if idea_id == part.id]

    def by_receipt(self, *ideas: Idea) -> list[Idea]:
        """Return these ideas and those merged into the family's in order of receipt."""
        return sorted((*ideas, *self.parts), key=lambda one: (one.number_year, one.number_n))

    @property
    def numbers(self) -> dict[int, str | None]:
        """Return the numbers of the ideas merged into this one by their ids."""
        return {part.id: part.number for part in self.parts}


class Union(NamedTuple):
    """How much two ideas count each, and would count as one; None is not shown yet."""

    seen: Sequence[int | None]
    supporters: int | None
    comments: int


def family_of(idea: Idea, *, reader: Person) -> Family:
    """Return where the idea leads and which ideas lead to it; most have neither."""
    home = find_home(idea, reader=reader)
    parts = merged_into(idea, reader=reader)
    return Family(home, parts, find_merging(idea), _files_of(parts))


def find_merging(idea: Idea) -> Merging | None:
    """Return what is kept of the idea's merging, or None if it is not merged."""
    return session.get(Merging, idea.id) if idea.merged_into_id else None


def find_home(idea: Idea, *, reader: Person) -> Idea | None:
    """Return the idea that this one is merged into, if the reader may know of it."""
    home = idea.merged_into if idea.merged_into_id else None
    return home if home and may_read(reader, home) else None


def merged_into(idea: Idea, *, reader: Person) -> Sequence[Idea]:
    """Return the ideas merged into this one that the reader may read, in order of receipt."""
    if not idea.merged_count:
        return ()
    statement = (
        select(Idea)
        .where(Idea.merged_into_id == idea.id)
        .options(joinedload(Idea.author))
        .order_by(Idea.number_year, Idea.number_n)
    )
    parts = session.scalars(statement).all()
    set_committed_value(idea, "merged_ideas", list(parts))  # rules will ask for them
    return [part for part in parts if may_read(reader, part)]


def lock_both(first: Idea, second: Idea) -> None:
    """Read both ideas as they are now, always in the same order, and keep them from others."""
    statement = (
        select(Idea)
        .where(Idea.id.in_((first.id, second.id)))
        .order_by(Idea.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    session.scalars(statement).all()
    for idea in (first, second):
        session.expire(idea, ["merged_ideas", "merged_into"])


def lock_alone(idea: Idea) -> None:
    """Read anew whether the idea is merged, and keep that from changing."""
    statement = select(Idea.merged_into_id, Idea.merged_count).where(Idea.id == idea.id)
    merged_into_id, merged_count = session.execute(statement.with_for_update()).one()
    if (merged_into_id, merged_count) != (idea.merged_into_id, idea.merged_count):
        session.expire(idea, ["merged_into", "merged_ideas"])
    set_committed_value(idea, "merged_into_id", merged_into_id)
    set_committed_value(idea, "merged_count", merged_count)


def union_of(first: Idea, second: Idea, *, reader: Person) -> Union:
    """Return what the two count together, each person once; no support that is hidden yet."""
    comments = first.comment_count + second.comment_count
    seen = [ties(one, reader).supporters for one in (first, second)]
    if None in seen:
        return Union(seen, None, comments)
    ids = select(Idea.id).where(
        or_(Idea.id.in_(family_ids(first)), Idea.id.in_(family_ids(second)))
    )
    people = select(func.count(Support.person_id.distinct())).where(Support.idea_id.in_(ids))
    return Union(seen, session.scalar(people), comments)


def targets_for(idea: Idea, words: str, *, reader: Person) -> Sequence[Any]:
    """Return ideas that this one can be merged into: with these words, else the most similar."""
    if words.strip():
        matches = idea_index.matching(session(), read_words(words))
        found = None if matches is None else select(matches.subquery().c.id)
        return _targets(idea, found, reader) if found is not None else []
    body = " ".join(text.source for text in (idea.problem, idea.audience, idea.proposal))
    alike = similar_ideas(idea.title, body, reader=reader, most=MOST_TARGETS)
    rank = {one.id: place for place, (one, _score) in enumerate(alike)}
    return sorted(_targets(idea, list(rank), reader), key=lambda row: rank[row.id])


def disputed(reader: Person) -> Select[*tuple[Any, ...]]:
    """Select the ideas with an objection to their merging that the reader has to answer."""
    return (
        select(Idea.id, Idea.number, Idea.title, Idea.status, Idea.ball_until)
        .join(Merging, Merging.idea_id == Idea.id)
        .where(Merging.objected_at.is_not(None), Merging.answered_at.is_(None))
        .where(not_(involving(reader)))
    )


def _files_of(parts: Sequence[Idea]) -> Sequence[tuple[int, Attachment]]:
    """Return the files of these ideas; asks the database only if there are any."""
    ids = [part.id for part in parts if part.file_count]
    if not ids:
        return ()
    statement = select(IdeaFile.idea_id, Attachment).join(
        Attachment, Attachment.id == IdeaFile.attachment_id
    )
    found = session.execute(statement.where(IdeaFile.idea_id.in_(ids)).order_by(Attachment.id))
    return [(idea_id, file) for idea_id, file in found]


def _beside(idea: Idea) -> ColumnElement[bool]:
    """Select the ideas that are not apart from this one: the twin of `is_apart`."""
    same = Idea.campaign_id == idea.campaign_id
    if idea.is_restricted or idea.campaign.hides_support:
        return same
    hiding = select(Campaign.id).where(Campaign.hides_support)
    return or_(same, and_(~Idea.is_restricted, Idea.campaign_id.not_in(hiding)))


def _targets(idea: Idea, chosen: Select[int] | list[int], reader: Person) -> Sequence[Any]:
    statement = (
        select(Idea.id, Idea.number, Idea.title, Idea.status, Idea.project_status)
        .add_columns(Idea.submitted_at, shown_support(reader), Idea.comment_count)
        .where(Idea.id.in_(chosen), Idea.id != idea.id, readable_by(reader))
        .where(Idea.published_at.is_not(None), Idea.withheld_at.is_(None))
        .where(Idea.status.not_in(NOT_TARGETS), _beside(idea))
        .where(Idea.project_status.is_distinct_from(ProjectStatus.STOPPED))
        .order_by(Idea.number_year.desc(), Idea.number_n.desc())
        .limit(MOST_TARGETS)
    )
    return session.execute(statement).all()
