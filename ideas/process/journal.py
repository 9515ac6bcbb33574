"""The hash chain: entries are sealed at the commit of what they tell of, and can be verified."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any, Protocol

from sqlalchemy import event, insert, or_, select
from sqlalchemy.orm import Session

from ideas.core import clock, keys
from ideas.core.database import session
from ideas.process.models import Entry, Head, Notice, Reason

START = "0" * 64
BATCH = 1000
HASHED = (
    "sequence subject_kind subject_id event from_status to_status phase actor_id actor_role"
    " effective_at recorded_at details commitment previous"
).split()


class Subject(Protocol):
    """A row that things happen to."""

    id: Any
    __tablename__: str


@dataclass
class Pending:
    """An entry that waits for the commit to get its place in the chain."""

    subject: Subject
    fields: dict[str, Any]
    public: str = ""
    internal: str = ""
    visible_from: datetime | None = None
    notices: list[dict[str, Any]] = field(default_factory=list)
    day_only: bool = False

    def keep_day_only(self) -> None:
        """Let nothing that is stored of the entry tell more of its time than the day."""
        self.day_only = True
        for notice in self.notices:
            if notice.get("due_at"):
                notice["due_at"] = clock.beginning_of_day(notice["due_at"])


# Rooms above renew what they derive from reasons as soon as these are stored.
sealed: list[Callable[[Iterable[Pending]], None]] = []


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold."""

    sequence: int
    problem: str


def queue(pending: Pending) -> None:
    """Let this entry be sealed when the transaction commits."""
    session.info.setdefault("journal", []).append(pending)


def digest(row: dict[str, Any]) -> str:
    """Return the keyed hash of an entry's fields, the hash of the one before among them."""
    content = {name: row[name] for name in HASHED}
    for name in ("effective_at", "recorded_at"):
        content[name] = content[name].isoformat()
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hmac.new(keys.key("journal"), text.encode(), hashlib.sha256).hexdigest()


def commit_to(salt: bytes, public: str, internal: str) -> str:
    """Return the salted hash that binds an entry to its texts without holding them."""
    content = json.dumps([public, internal], ensure_ascii=False).encode()
    return hashlib.sha256(salt + content).hexdigest()


def seal(own: Session) -> None:
    """Give the waiting entries their places: lock the head, insert, move the head."""
    if own.in_nested_transaction():
        return
    waiting: list[Pending] = own.info.get("journal", [])
    if not waiting:
        return
    own.info["journal"] = []
    own.flush()
    head = _locked_head(own)
    for pending in waiting:
        _seal_one(own, head, pending)
    for renew in sealed:
        renew(waiting)


def seal_rows(own: Session, entries: Iterable[dict[str, Any]]) -> None:
    """Seal many entries at once: the rows that `seal` would write, in the order given.

    Each names its subject, says itself when it was recorded, and may bring `public` and
    `internal`, the texts of its reason.
    """
    head = _locked_head(own)
    waiting = iter(entries)
    while batch := list(islice(waiting, BATCH)):
        reasons = []
        for row in batch:
            reason = _reason(row.pop("public", ""), row.pop("internal", ""))
            _link(head, row, reason)
            if reason:
                reasons.append({"entry_sequence": row["sequence"], **reason})
        own.execute(insert(Entry), batch)
        if reasons:
            own.execute(insert(Reason), reasons)


def rebind(reasons: Iterable[Reason]) -> dict[str, str]:
    """Bind reasons whose texts were blacked out anew; return what binds each now.

    The entries keep what bound the old texts, the salts of which are gone. What is returned goes
    as `rebound` into the details of the entry that tells of the blacking out.
    """
    rebound = {}
    for reason in reasons:
        reason.salt = secrets.token_bytes(16)
        commitment = commit_to(reason.salt, reason.public, reason.internal)
        rebound[str(reason.entry_sequence)] = commitment
    return rebound


def verify(own: Session) -> Iterator[Break]:
    """Yield every place where the chain was changed, cut, extended or reordered."""
    previous, sequence = START, 0
    rebound: dict[str, str] = {}
    rows = own.execute(
        select(Entry.__table__).order_by(Entry.sequence).execution_options(yield_per=BATCH)
    )
    for row in rows.mappings():
        sequence += 1
        if row["sequence"] != sequence:
            yield Break(sequence, "missing or inserted entry")
            sequence = row["sequence"]
        if row["previous"] != previous or row["hash"] != digest(dict(row)):
            yield Break(sequence, "changed or moved entry")
        rebound |= row["details"].get("rebound", {})
        previous = row["hash"]
    head = own.get(Head, 1)
    end = (head.sequence, head.hash) if head else (0, START)
    if end != (sequence, previous):
        yield Break(end[0], "entries missing at the end")
    yield from _changed_reasons(own, rebound)


def _changed_reasons(own: Session, rebound: dict[str, str]) -> Iterator[Break]:
    statement = select(
        Entry.sequence, Entry.commitment, Reason.salt, Reason.public, Reason.internal
    )
    either = or_(Entry.commitment.is_not(None), Reason.salt.is_not(None))
    rows: Iterable[Any] = own.execute(statement.outerjoin(Reason).where(either))
    for sequence, commitment, salt, public, internal in rows:
        bound = commit_to(salt, public, internal) if salt else None
        if bound != rebound.get(str(sequence), commitment):
            yield Break(sequence, "changed reason")


def _locked_head(own: Session) -> Head:
    statement = select(Head).where(Head.id == 1).with_for_update()
    head = own.scalar(statement.execution_options(populate_existing=True))
    if head is None:
        head = Head(id=1, sequence=0, hash=START)
        own.add(head)
    return head


def _seal_one(own: Session, head: Head, pending: Pending) -> None:
    now = clock.now()
    row: dict[str, Any] = {
        **pending.fields,
        "subject_kind": pending.subject.__tablename__,
        "subject_id": pending.subject.id,
        "recorded_at": clock.beginning_of_day(now) if pending.day_only else now,
    }
    reason = _reason(pending.public, pending.internal, pending.visible_from)
    _link(head, row, reason)
    entry = Entry(**row)
    entry.reason = Reason(**reason) if reason else None
    entry.notices = [Notice(**notice) for notice in pending.notices]
    own.add(entry)


def _link(head: Head, row: dict[str, Any], reason: dict[str, Any] | None) -> None:
    """Give the row its place and its hash, and move the head to it."""
    row.setdefault("effective_at", row["recorded_at"])
    row |= {"sequence": head.sequence + 1, "previous": head.hash, "commitment": None}
    if reason:
        row["commitment"] = commit_to(reason["salt"], reason["public"], reason["internal"])
    row["hash"] = digest(row)
    head.sequence, head.hash = row["sequence"], row["hash"]


def _reason(
    public: str, internal: str, visible_from: datetime | None = None
) -> dict[str, Any] | None:
    if not (public or internal):
        return None
    salt = secrets.token_bytes(16)
    return {"public": public, "internal": internal, "salt": salt, "visible_from": visible_from}


def _forget(own: Session, *_args: object) -> None:
    own.info.pop("journal", None)


def _refuse_changes(own: Session, *_args: object) -> None:
    touched = [*own.deleted, *(row for row in own.dirty if own.is_modified(row))]
    if any(isinstance(row, Entry) for row in touched):
        message = "entries of the journal are never changed or deleted"
        raise RuntimeError(message)


event.listen(Session, "before_commit", seal)
event.listen(Session, "after_rollback", _forget)
event.listen(Session, "before_flush", _refuse_changes)
