"""`serve` opens the whole house, keeps it open, and closes it when asked."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ideas.cli import opening
from tests.notifications.conftest import send_to
from tests.server import ROOT, free_port, running, wait_for

pytestmark = pytest.mark.real_database
# A shell starts its background jobs like this: with SIGINT ignored.
IGNORANT = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.execv(sys.executable, [sys.executable, "-m", "flask", "--app", "wsgi", "serve"])
"""


def children(pid: int) -> dict[str, int]:
    """The house's two children by what they are."""
    found = {}
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        with suppress(FileNotFoundError):
            command = Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ")
            found["web" if b"gunicorn" in command else "mail"] = int(child)
    return found


def eventually(check, *, within: float = 15.0) -> bool:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if check():
            return True
        time.sleep(0.1)
    return False


def is_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def serve(data_dir: Path, *, program: str = "", **settings: str) -> subprocess.Popen:
    command = ["-c", program] if program else ["-m", "flask", "--app", "wsgi", "serve"]
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=os.environ | {"IDEAS_DATA_DIR": str(data_dir), "IDEAS_DEMO": "0"} | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_it_opens_and_closes_and_opens_again_with_the_same_data(tmp_path):
    with running(tmp_path, demo=False) as house:
        assert eventually(lambda: house.url in house.log.read_text())
        assert f"werden Mails zu Dateien in {tmp_path / 'mails'}" in house.log.read_text()
        born = (tmp_path / "journal.key").read_bytes()
        family = children(house.process.pid)
        assert set(family) == {"web", "mail"}
        house.process.send_signal(signal.SIGTERM)
        assert house.process.wait(30) == 0
        assert all(is_gone(pid) for pid in family.values())
    with running(tmp_path, demo=False) as house:
        assert (tmp_path / "journal.key").read_bytes() == born


def test_ctrl_c_ends_it_even_where_a_shell_has_it_ignored(tmp_path):
    process = serve(tmp_path, program=IGNORANT, PORT=str(free_port()))
    assert eventually(lambda: set(children(process.pid)) == {"web", "mail"})
    process.send_signal(signal.SIGINT)
    output, _errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert output.endswith("Beendet.\n")


def test_a_dead_child_is_started_again(tmp_path):
    with running(tmp_path, demo=False) as house:
        before = children(house.process.pid)
        for pid in before.values():
            os.kill(pid, signal.SIGKILL)
        assert eventually(lambda: _are_others(children(house.process.pid), before))
        wait_for(house)
        assert "hat sich beendet" in house.log.read_text()


def _are_others(now: dict[str, int], before: dict[str, int]) -> bool:
    return now.keys() == before.keys() and not set(now.values()) & set(before.values())


def test_children_do_not_outlive_a_killed_house(tmp_path):
    with running(tmp_path, demo=False) as house:
        family = children(house.process.pid)
        house.process.kill()
        assert eventually(lambda: all(is_gone(pid) for pid in family.values()), within=30)


def test_a_taken_port_ends_with_a_sentence_and_2(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        process = serve(tmp_path, PORT=str(number))
        _output, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert errors.startswith(f"Der Anschluss {number} ist schon belegt.")


@pytest.mark.parametrize(
    ("name", "value"),
    [("IDEAS_WORKERS", "viele"), ("IDEAS_PUBLIC_URL", "http://ideen.example.de"), ("PORT", "0")],
)
def test_a_wrong_setting_ends_with_a_sentence_that_names_it(tmp_path, name, value):
    process = serve(tmp_path, **{name: value})
    _output, errors = process.communicate(timeout=60)
    assert process.returncode == 3
    assert errors.startswith(name)
    assert "Traceback" not in errors


def test_the_demonstration_is_loaded_once(tmp_path):
    with running(tmp_path, demo=True) as house:
        assert eventually(lambda: "Kennwort:" in house.log.read_text())
        assert house.log.read_text().count("@") == 9
    first = (tmp_path / "ideas.db").stat().st_ino
    with running(tmp_path, demo=True) as house:
        assert eventually(lambda: "Kennwort:" in house.log.read_text())
        assert "Demonstration  [" not in house.log.read_text()
        assert (tmp_path / "ideas.db").stat().st_ino == first


@pytest.mark.parametrize(
    ("changed", "loads"),
    [({}, True), ({"public_url": "https://ideen.example.de"}, False), ({"demo": False}, False)],
)
def test_the_demonstration_stays_on_this_machine(app, monkeypatch, tmp_path, changed, loads):
    assert app
    loaded = []
    monkeypatch.setattr(opening, "_is_empty", lambda: True)
    monkeypatch.setattr("ideas.demo.actions.load_demo", lambda **_: loaded.append(1) or [])
    send_to(monkeypatch, **{"data_dir": tmp_path, "demo": True, **changed})
    opening.furnish()
    assert bool(loaded) == loads
