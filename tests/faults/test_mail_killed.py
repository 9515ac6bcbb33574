"""Every mail arrives although the worker is killed again and again."""

import os
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager

import pytest

from ideas.core import settings
from ideas.process.models import MailState
from tests.build.steering import handed_in
from tests.notifications.conftest import drain, mails, make_due, send_to
from tests.notifications.server import Office, mail_server
from tests.personas import person_named
from tests.server import ROOT

pytestmark = pytest.mark.real_database


@contextmanager
def worker(**changed: str):
    """Run `flask worker` and kill it at the end."""
    house = settings.current()
    environment = os.environ | {
        "IDEAS_DATA_DIR": str(house.data_dir),
        "IDEAS_DATABASE_URL": house.database_url,
        **changed,
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "worker"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait(10)


def test_each_mail_arrives_and_repeats_carry_the_same_id(app, address, monkeypatch):
    assert address
    anna, office = person_named("anna"), Office()
    for n in range(20):
        handed_in(by=anna, title=f"Idee {n}")
    with mail_server(office) as url:
        for _kill in range(3):
            before, deadline = len(office.taken), time.monotonic() + 60
            with worker(IDEAS_SMTP_URL=url):
                while len(office.taken) < before + 4 and time.monotonic() < deadline:
                    time.sleep(0.005)
            make_due()
        send_to(monkeypatch, smtp_url=url)
        drain(app)
    wanted = {mail.message_id for mail in mails()}
    arrived = Counter(letter["Message-ID"] for letter in office.taken)
    assert len(wanted) == 40
    assert set(arrived) == wanted
    assert {mail.mail for mail in mails()} == {MailState.SENT}
    repeated = arrived.total() - len(wanted)
    print(f"3 killed, {len(wanted)} mails, {repeated} of them twice")
    assert repeated <= 3
