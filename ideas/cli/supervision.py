"""Child processes under one roof: started, watched, started again, and ended together."""

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Event
from types import FrameType

ENDS_WITHIN = 28.0  # seconds until a child that does not end is killed
GRACE = 0.2
QUICK = 5.0  # a child that lives shorter than this has not really started
MOST_QUICK_DEATHS = 3
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """One program that has to run as long as the house is open."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    quick_deaths: int = 0

    def start(self) -> None:
        """Start it, out of reach of the terminal's Ctrl-C: only the supervisor ends it."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 (no threads run yet)
        )

    @property
    def exit_code(self) -> int | None:
        """Return how it ended, or None while it runs."""
        return self.process.poll() if self.process else None

    def end(self, how: signal.Signals) -> None:
        """Send it a signal, if it still runs."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)


@dataclass
class Supervisor:
    """Keeps the children alive until SIGTERM or SIGINT comes."""

    children: Sequence[Child]
    _stop: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        """Hear both signals, also where a shell's background job would ignore SIGINT."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._hear)
        if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # under nohup it stays ignored
            signal.signal(signal.SIGHUP, self._hear)

    def run(self, opened: Callable[[], None], is_open: Callable[[], bool]) -> int:
        """Start everything, say once when it is open, and return the exit code."""
        for child in self.children:
            child.start()
        said = failed = False
        while not (failed or self._stop.wait(GRACE)):
            failed = not all(self._is_well(child) for child in self.children)
            if not (said or failed) and is_open():
                opened()
                said = True
        self._end_all()
        return int(failed)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self._stop.set()

    def _is_well(self, child: Child) -> bool:
        """Start a dead child again, unless it dies as soon as it starts."""
        code = child.exit_code
        if code is None:
            return True
        quick = time.monotonic() - child.started < QUICK
        child.quick_deaths = child.quick_deaths + 1 if quick else 0
        print(f"{child.name} hat sich beendet ({code}).", file=sys.stderr, flush=True)  # noqa: T201
        if child.quick_deaths >= MOST_QUICK_DEATHS:
            return False
        child.start()
        return True

    def _end_all(self) -> None:
        deadline = time.monotonic() + ENDS_WITHIN
        for child in self.children:
            child.end(signal.SIGTERM)
        while time.monotonic() < deadline and any(c.exit_code is None for c in self.children):
            time.sleep(GRACE / 4)
        for child in self.children:
            child.end(signal.SIGKILL)


def _end_with_parent() -> None:
    """Let the system end the child when the supervisor is killed and cannot do it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
