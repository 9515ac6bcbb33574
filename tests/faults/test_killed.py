"""Nothing that was acknowledged is lost when processes are killed at any moment."""

import os
import signal
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from ideas.accounts.actions.passwords import hash_password, set_password
from ideas.cli.check import violations
from ideas.core import database
from ideas.core.database import session
from ideas.ideation.models import Comment, Idea
from ideas.people.models import Person
from ideas.process import journal
from ideas.process.models import Entry
from ideas.steering.models import Score
from tests.build.steering import in_screening, open_round, screened
from tests.faults.staff import PASSWORD, Ledger, Worker, comments, drafts, scores
from tests.personas import PERSONAS, person_named
from tests.server import House, running

pytestmark = pytest.mark.real_database
MEMBERS = ("bernd", "emine", "jan")


@pytest.fixture
def furnished_house(address):
    """A house whose people know their password."""
    people, secret = [person_named(key) for key in PERSONAS], hash_password(PASSWORD)
    with database.transaction():
        for person in people:
            set_password(person, secret)
    return address


def test_no_acknowledged_comment_draft_or_score_is_lost(app, furnished_house, tmp_path):
    anna = person_named("anna")
    talked_of = in_screening(by=anna)
    scored = [screened(by=anna, title=f"Idee {n}") for n in range(4)]
    open_round()
    database.engine().dispose()
    ledger, random = Ledger(), Random(7)
    settings = {"IDEAS_DATABASE_URL": furnished_house}
    staff, kills = [], 0
    with running(tmp_path, demo=False, **settings) as house:
        port = int(house.url.rpartition(":")[2])
        staff = [
            Worker(port, "anna@jobcenter.example", comments(ledger, "anna", talked_of)),
            Worker(port, "olaf@jobcenter.example", drafts(ledger, "olaf")),
            *(Worker(port, f"{m}@jobcenter.example", scores(ledger, m, scored)) for m in MEMBERS),
        ]
        for worker in staff:
            worker.start()
        for _kill in range(6):
            wait_for_more(ledger)
            kills += kill_some(house, random)
        wait_for_more(ledger)
        for worker in staff:
            worker.end()
    print(f"{kills} killed, {ledger.total} acknowledged")
    assert kills >= 6
    assert ledger.scores > 6
    with app.app_context():
        assert_nothing_lost(ledger)


def wait_for_more(ledger: Ledger) -> None:
    """Go on once the house has confirmed something new."""
    before, deadline = ledger.total, time.monotonic() + 60
    while ledger.total < before + 3:
        assert time.monotonic() < deadline, "the house did not come back"
        time.sleep(0.02)


def kill_some(house: House, random: Random) -> int:
    """Kill a web worker; every third time the whole web server, or the one that mails."""
    family = offspring(house.process.pid)
    web = [pid for pid, line in family.items() if "gunicorn" in line]
    mail = [pid for pid, line in family.items() if "worker" in line and "gunicorn" not in line]
    workers = [pid for pid in web if parent_of(pid) in web]
    victims = random.choice([workers[:1], workers[-1:], web, mail])
    for pid in victims:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(victims)


def offspring(pid: int) -> dict[int, str]:
    """All processes below this one, with their command lines."""
    found: dict[int, str] = {}
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        with suppress(FileNotFoundError, ProcessLookupError):
            found[int(child)] = Path(f"/proc/{child}/cmdline").read_text().replace("\0", " ")
            found |= offspring(int(child))
    return found


def parent_of(pid: int) -> int:
    with suppress(FileNotFoundError):
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return 0


def assert_nothing_lost(ledger: Ledger) -> None:
    """Each acknowledged thing is there exactly once, whole, and in the journal."""
    with database.transaction():
        texts = Counter(session.scalars(select(Comment.__table__.c.text_source)))
        titles = Counter(session.scalars(select(Idea.title)))
        assert {texts[text] for text in ledger.texts} == {1}
        assert {titles[title] for title in ledger.titles} == {1}
        rows = session.execute(
            select(Person.email, Idea.number, Score.marks)
            .join(Score, Score.scorer_id == Person.id)
            .join(Idea, Idea.id == Score.idea_id)
        )
        stored = {(mail.partition("@")[0], number): marks for mail, number, marks in rows}
        for key, points in ledger.points.items():
            assert set(stored[key].values()) in ({points}, {ledger.tried[key]})
        told = select(func.count()).where(Entry.event == "idea.commented")
        assert session.scalar(told) == texts.total()
        assert list(journal.verify(session())) == []
    assert violations() == []
