"""Busy people at real browsers' distance: they write, and remember what was acknowledged."""

import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from uuid import uuid4

from tests.bench.visitor import Visitor

PASSWORD = "ein langes Kennwort"
ACKNOWLEDGED = {302, 303}
AWAY = (OSError, HTTPException, LookupError, RuntimeError)


@dataclass
class Ledger:
    """What the house has confirmed, and what it may or may not have done."""

    texts: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    points: dict[tuple[str, str], int] = field(default_factory=dict)
    tried: dict[tuple[str, str], int] = field(default_factory=dict)
    scores: int = 0

    @property
    def total(self) -> int:
        return len(self.texts) + len(self.titles) + self.scores


class Caller(Visitor):
    """A visitor who hangs up when the house goes away."""

    def close(self) -> None:
        self._connection.close()


class Worker(threading.Thread):
    """Somebody who goes on writing, and signs in again when the house was away."""

    def __init__(self, port: int, email: str, write: Callable[[Visitor, int], None]) -> None:
        super().__init__(daemon=True)
        self._port, self._email, self._write = port, email, write
        self._ended = threading.Event()

    def run(self) -> None:
        n = 0
        while not self._ended.is_set():
            caller = Caller(self._port)
            with suppress(*AWAY), closing(caller):
                caller.sign_in(self._email, PASSWORD)
                while not self._ended.is_set():
                    n += 1
                    self._write(caller, n)
            self._ended.wait(0.1)

    def end(self) -> None:
        self._ended.set()
        self.join(30)


def comments(ledger: Ledger, name: str, number: str) -> Callable[[Visitor, int], None]:
    def write(visitor: Visitor, n: int) -> None:
        text = f"Kommentar {name} {n} {uuid4().hex}"
        fields = {"text": text, "request_key": uuid4().hex}
        if visitor.post(f"/ideen/{number}/kommentieren", fields).status in ACKNOWLEDGED:
            ledger.texts.append(text)

    return write


def drafts(ledger: Ledger, name: str) -> Callable[[Visitor, int], None]:
    def write(visitor: Visitor, n: int) -> None:
        fields = visitor.form("/ideen/neu", "title")
        title = f"Idee {name} {n} {uuid4().hex}"
        if visitor.post("/ideen/neu", {**fields, "title": title}).status in ACKNOWLEDGED:
            ledger.titles.append(title)

    return write


def scores(ledger: Ledger, name: str, numbers: list[str]) -> Callable[[Visitor, int], None]:
    def write(visitor: Visitor, n: int) -> None:
        number, points = numbers[n % len(numbers)], 2 + n % 3
        path = f"/steuerung/ideen/{number}/bewertung"
        fields = visitor.form(path, "note")
        marks = {key: str(points) for key in fields if key.startswith("mark_")}
        marks |= {key: str(points) for key in visitor.names if key.startswith("mark_")}
        ledger.tried[(name, number)] = points
        if visitor.post(path, {**fields, **marks}).status in ACKNOWLEDGED:
            ledger.points[(name, number)] = points
            ledger.scores += 1

    return write
