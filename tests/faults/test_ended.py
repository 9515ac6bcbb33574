"""Whoever is being answered when the house is told to end gets the whole answer."""

import signal
import threading
import time
from contextlib import closing

import pytest

from tests.faults.staff import Caller
from tests.server import running

pytestmark = pytest.mark.real_database
AT_ONCE = 4  # checking a password keeps the house busy for a while; it has room for eight


def test_a_running_request_is_answered_before_the_end(tmp_path):
    answers: list[int] = []
    ready = threading.Barrier(AT_ONCE + 1)

    def sign_in(port: int) -> None:
        with closing(Caller(port)) as caller:
            fields = caller.form("/anmelden", "email")
            ready.wait()
            fields |= {"email": "niemand@jobcenter.example", "password": "falsch"}
            answers.append(caller.post("/anmelden", fields).status)

    with running(tmp_path, demo=False) as house:
        port = int(house.url.rpartition(":")[2])
        people = [threading.Thread(target=sign_in, args=(port,)) for _ in range(AT_ONCE)]
        for person in people:
            person.start()
        ready.wait()
        time.sleep(0.06)
        house.process.send_signal(signal.SIGTERM)
        for person in people:
            person.join(30)
        assert house.process.wait(30) == 0
    assert answers == [401] * AT_ONCE
