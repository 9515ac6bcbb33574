"""Bringing in ideas that were written elsewhere; the same rows again add nothing."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from urllib.parse import urlsplit

from sqlalchemy import select

from ideas.core.database import session
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.ideation import events, rules
from ideas.ideation.actions.checking_rows import refuse_client_data
from ideas.ideation.actions.idea_files import Row
from ideas.ideation.actions.indexing import index_ideas
from ideas.ideation.actions.writing import Texts, first_version, new_idea, receive
from ideas.ideation.models import Ball, Idea, Status
from ideas.ideation.workflow.handing import hand_to
from ideas.people.models import Person
from ideas.process.transitions import begin
from ideas.programme.actions import add_topic
from ideas.programme.models import Campaign, Step, Topic

BATCH = 500
LONGEST_NAME = 200


@dataclass(frozen=True)
class Sorted:
    """What an import would do: rows to add, rows that are there already."""

    new: list[Row]
    known: list[Row]


def sort_rows(rows: Sequence[Row]) -> Sorted:
    """Say which rows are new; a row that stands twice in the file counts once.

    Raises:
        Invalid: two rows have the same key but not the same text.
    """
    there = _known_keys([source_key(row) for row in rows])
    first: dict[str, Row] = {}
    new: list[Row] = []
    known: list[Row] = []
    for row in rows:
        key = source_key(row)
        before = first.setdefault(key, row)
        if astuple(before)[1:] != astuple(row)[1:]:
            values = {"line": row.line, "key": row.key, "other": before.line}
            raise Invalid(_("Row %(line)s: “%(key)s” stands in row %(other)s already.", **values))
        is_new = before is row and key not in there
        (new if is_new else known).append(row)
    return Sorted(new, known)


def import_ideas(
    rows: Iterable[Row], *, campaign: Campaign, author: Person, actor: Person
) -> list[Idea]:
    """Add new rows as handed-in ideas with numbers; nobody is told."""
    rules.may_import.require(actor)
    topics: dict[str, Topic] = {}
    ideas = [_import(row, campaign, author, topics, actor) for row in rows]
    index_ideas(ideas)
    return ideas


def source_key(row: Row) -> str:
    """Return what tells the row from all others, whatever file it came in."""
    identity = ["key", row.key, row.source] if row.key else ["text", *astuple(row)[1:]]
    return hashlib.sha256(json.dumps(identity, ensure_ascii=False).encode()).hexdigest()


def _known_keys(keys: list[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        found |= {
            key
            for key in session.scalars(select(Idea.source_key).where(Idea.source_key.in_(batch)))
            if key
        }
    return found


def _import(
    row: Row, campaign: Campaign, author: Person, topics: dict[str, Topic], actor: Person
) -> Idea:
    refuse_client_data([row])
    if row.topic and row.topic not in topics:
        topics[row.topic] = add_topic(row.topic, actor=actor)
    texts = Texts(row.title, row.problem, row.audience, row.proposal, row.benefit)
    idea = new_idea(texts, campaign=campaign, topic=topics.get(row.topic), author=author)
    idea.source_key = source_key(row)
    idea.source_name, idea.source_url = _source(row.source)
    begin(idea, Status.SUBMITTED)
    session.add(idea)
    session.flush()
    hand_to(Ball.COORDINATION, Step.PUBLISH)(idea)
    version = first_version(idea)
    receive(idea, version)
    moved = (None, Status.SUBMITTED.value)
    events.imported.record(idea, actor=actor, moved=moved, hash=version.content_hash)
    return idea


def _source(source: str) -> tuple[str | None, str | None]:
    """Return name and address of a source; only web addresses become links."""
    if not source:
        return None, None
    try:
        parts = urlsplit(source)
    except ValueError:
        return source[:LONGEST_NAME], None
    if parts.scheme in {"http", "https"} and parts.hostname:
        return parts.hostname[:LONGEST_NAME], source
    return source[:LONGEST_NAME], None
