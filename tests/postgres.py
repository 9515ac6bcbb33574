"""One throw-away PostgreSQL cluster for a run of the tests, shared by its parallel workers.

A plugin: tests/conftest.py names it in `pytest_plugins`. The first test that asks for a database
starts the cluster; a guardian process ends it with the run, also when the run is killed.
"""

import fcntl
import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

PLACE = "IDEAS_TEST_CLUSTER"
START_SECONDS = 60
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


def programs() -> Path:
    """The folder of the newest PostgreSQL server programs on this machine."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3])
    )
    if found:
        return found[-1].parent
    if initdb := shutil.which("initdb"):
        return Path(initdb).resolve().parent
    message = "PostgreSQL's server programs are missing; deploy/debian-packages.sh installs them."
    raise RuntimeError(message)


def cluster_url(database: str = "postgres", *, durable: bool = False) -> str:
    """The address of a database in the cluster, which is started if it does not run yet.

    A durable cluster flushes to disk as in operation; the usual one does not, for speed.
    """
    place = Path(os.environ[PLACE]) / ("durable" if durable else "fast")
    with (place.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "ready").exists():
            _start_guardian(place, durable=durable)
    return f"postgresql+psycopg://postgres@/{database}?host={place / 'socket'}"


@contextmanager
def fresh_database(template: str = "template1", *, durable: bool = False) -> Iterator[str]:
    """A new database, empty or copied from a template, dropped at the end."""
    name = f"test_{uuid4().hex}"
    _administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}"', durable=durable)
    try:
        yield cluster_url(name, durable=durable)
    finally:
        _administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', durable=durable)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A database of this worker's own, for the whole run."""
    with fresh_database() as url:
        yield url


def pytest_configure(config: pytest.Config) -> None:
    """Choose the cluster's place once; parallel workers inherit it by the environment."""
    if not hasattr(config, "workerinput"):
        os.environ[PLACE] = tempfile.mkdtemp(prefix="ideas-pg-", dir="/tmp")
        Path(os.environ[PLACE]).chmod(0o711)
        (Path(os.environ[PLACE]) / "run").write_text(str(os.getpid()))


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the cluster with the run."""
    if hasattr(config, "workerinput") or PLACE not in os.environ:
        return
    place = Path(os.environ.pop(PLACE))
    for guardian in place.glob("*/guardian"):
        with suppress(ProcessLookupError):
            os.kill(int(guardian.read_text()), signal.SIGTERM)
    deadline = time.monotonic() + 10
    while any(place.glob("*/guardian")) and time.monotonic() < deadline:
        time.sleep(0.02)
    shutil.rmtree(place, ignore_errors=True)


def _administer(statement: str, *, durable: bool) -> None:
    url = cluster_url(durable=durable).replace("+psycopg", "")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


def _start_guardian(place: Path, *, durable: bool) -> None:
    programs()
    place.mkdir(exist_ok=True)
    run = (place.parent / "run").read_text()
    log = place / "guardian.log"
    with log.open("w") as output:
        guardian = subprocess.Popen(
            [sys.executable, __file__, str(place), run, *([] if durable else FAST)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    deadline = time.monotonic() + START_SECONDS
    while not (place / "ready").exists():
        if guardian.poll() is not None or time.monotonic() > deadline:
            guardian.kill()
            message = f"The PostgreSQL cluster did not start:\n{log.read_text()}"
            raise RuntimeError(message)
        time.sleep(0.05)
    guardian.returncode = 0  # it outlives this worker; Popen need not warn about that


def _account() -> dict[str, object]:
    """PostgreSQL refuses to run as root, so root hands over to an unprivileged account."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    message = "PostgreSQL refuses to run as root, and there is no account to hand over to."
    raise RuntimeError(message)


def guard(place: Path, run: int, settings: list[str]) -> None:
    """Start a cluster in `place`, wait until the process `run` ends or SIGTERM comes, remove it."""
    watched = os.pidfd_open(run)
    wake, woken = os.pipe()
    signal.signal(signal.SIGTERM, lambda *_: os.write(woken, b"."))
    mark = place / "guardian"
    mark.write_text(str(os.getpid()))
    account = _account()
    bin_, data, socket = programs(), place / "data", place / "socket"
    for folder in (data, socket):
        folder.mkdir(mode=0o700)
        if account:
            os.chown(folder, account["user"], account["group"])
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def call(*command: object) -> None:
        subprocess.run(
            [str(part) for part in command], check=True, cwd="/", env=environment, **account
        )

    options = f"-c listen_addresses= -c unix_socket_directories={socket}"
    options += "".join(f" -c {setting}" for setting in settings)
    control = (bin_ / "pg_ctl", "--pgdata", data, "--silent")
    try:
        call(bin_ / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        call(*control, "--log", data / "log", "--wait", "--options", options, "start")
        (place / "ready").touch()
        select.select([watched, wake], [], [])
    finally:
        (place / "ready").unlink(missing_ok=True)
        with suppress(subprocess.CalledProcessError):
            call(*control, "--mode", "immediate", "stop")
        shutil.rmtree(data, ignore_errors=True)
        mark.unlink()
    with suppress(ProcessLookupError):
        os.kill(run, 0)
        return
    shutil.rmtree(place.parent, ignore_errors=True)  # the run was killed and cannot clear up


if __name__ == "__main__":
    guard(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
