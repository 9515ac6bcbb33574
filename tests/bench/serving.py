"""A real server for the length of a measurement, and what it costs its processor."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
ROOT = Path(__file__).parent.parent.parent
SERVER = (
    *(sys.executable, "-m", "gunicorn", "--workers", "2", "--worker-class", "gthread"),
    *("--threads", "4", "--no-control-socket", "--log-level", "warning"),
)


@dataclass(frozen=True)
class Server:
    """A running server with its workers."""

    port: int
    pid: int

    def cpu(self) -> float:
        """Return the seconds of processor time that the workers have used so far."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return sum(_ticks(int(child)) for child in children) / TICKS


@contextmanager
def serving(application: str, data: Path) -> Iterator[Server]:
    """Serve this application with this data directory, as `make run` does."""
    port = _free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("IDEAS_")},
        "IDEAS_DATA_DIR": str(data),
        "PORT": str(port),
    }
    command = [*SERVER, "--bind", f"127.0.0.1:{port}", application]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        _wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=40)


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")
