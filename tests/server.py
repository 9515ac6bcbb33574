"""The real house in a test: `flask serve` with its web server and its worker."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 120


@dataclass(frozen=True)
class House:
    """A running house: its address, its data and its process."""

    url: str
    data_dir: Path
    process: subprocess.Popen
    log: Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(data_dir: Path, *, demo: bool, **settings: str) -> Iterator[House]:
    """Start the house, wait until it answers, and end it as a service manager would.

    What it does is not traced: that is dear, and other tests walk through the same code.
    """
    port = free_port()
    data_dir.mkdir(parents=True, exist_ok=True)
    log = data_dir / "serve.log"
    untraced = {name: v for name, v in os.environ.items() if not name.startswith("COVERAGE_")}
    environment = untraced | settings | {
        "IDEAS_DATA_DIR": str(data_dir),
        "IDEAS_DEMO": str(int(demo)),
        "PORT": str(port),
    }  # fmt: skip
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "flask", "--app", "wsgi", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    house = House(f"http://127.0.0.1:{port}", data_dir, process, log)
    try:
        wait_for(house)
        yield house
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(40)


def wait_for(house: House) -> None:
    """Wait until the house answers; a house that ended says why."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert house.process.poll() is None, house.log.read_text()
        try:
            with urllib.request.urlopen(f"{house.url}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer within {PATIENCE} s:\n{house.log.read_text()}")
