"""The end of the journal, kept outside the database, so that a cut or rewritten chain is found."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import select

from ideas.core import clock, keys, settings
from ideas.core.database import session
from ideas.process.journal import START
from ideas.process.models import Entry, Head


@dataclass(frozen=True)
class Anchor:
    """How long the chain was on a day, and the hash of its last entry."""

    day: str
    sequence: int
    hash: str
    key: str


def present_anchor() -> Anchor:
    """Return where the journal ends now."""
    head = session.get(Head, 1)
    sequence, digest = (head.sequence, head.hash) if head else (0, START)
    return Anchor(clock.today().isoformat(), sequence, digest, key_id())


def key_id() -> str:
    """Name the journal's key without revealing it."""
    return hashlib.sha256(b"journal key id" + keys.key("journal")).hexdigest()[:16]


def write_anchor() -> Path:
    """Write the day's anchor into the data directory; copy it to another machine from there."""
    anchor = present_anchor()
    folder = settings.current().data_dir / "anchors"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{anchor.day}.json"
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(asdict(anchor), indent=1) + "\n", encoding="utf-8")
    draft.replace(path)
    return path


def read_anchor(path: Path) -> Anchor:
    """Read an anchor.

    Raises:
        ValueError: the file is none.
    """
    try:
        return Anchor(**json.loads(path.read_text(encoding="utf-8")))
    except TypeError as error:
        raise ValueError(str(error)) from error


def holds(anchor: Anchor) -> bool:
    """Say whether the journal still contains what the anchor saw."""
    if anchor.sequence == 0:
        return anchor.hash == START
    found = session.scalar(select(Entry.hash).where(Entry.sequence == anchor.sequence))
    return found == anchor.hash
