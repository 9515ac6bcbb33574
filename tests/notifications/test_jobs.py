"""The jobs of the day: each once, by one worker, with its effect and its next date together."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock, database
from ideas.core.database import session
from ideas.notifications.delivery import anchor, jobs
from ideas.notifications.models import Job
from tests.build.steering import handed_in
from tests.notifications.conftest import send_to


@pytest.fixture
def runs(house, monkeypatch):
    """Count the runs of two jobs, of which the second can be broken."""
    assert house.in_transaction()
    counted = {"good": 0, "bad": 0, "broken": False}

    def good(actor):
        assert actor.is_system
        counted["good"] += 1

    def bad(_actor):
        counted["bad"] += 1
        if counted["broken"]:
            raise ValueError

    monkeypatch.setattr(jobs, "JOBS", {"good": good, "bad": bad})
    jobs.enter_jobs()
    return counted


def rows() -> dict[str, Job]:
    with database.transaction():
        return {job.name: job for job in session.scalars(select(Job))}


def test_a_new_job_runs_at_once_and_then_once_a_day(runs):
    assert jobs.run_due_jobs() == 2
    assert jobs.run_due_jobs() == 0
    assert (runs["good"], runs["bad"]) == (1, 1)
    tomorrow = clock.local(rows()["good"].due_at)
    assert tomorrow.date() == clock.today() + timedelta(days=1)
    with clock.at(rows()["good"].due_at + timedelta(minutes=1)):
        assert jobs.run_due_jobs() == 2
    assert runs["good"] == 2


def test_entering_the_jobs_again_changes_nothing(runs):
    jobs.run_due_jobs()
    before = rows()["good"].due_at
    jobs.enter_jobs()
    assert rows()["good"].due_at == before
    assert runs["good"] == 1


def test_a_broken_job_does_not_stop_the_other_and_comes_again_in_an_hour(runs):
    runs["broken"] = True
    jobs.run_due_jobs()
    assert runs["good"] == 1
    bad = rows()["bad"]
    assert bad.last_run is None
    assert timedelta(minutes=59) < bad.due_at - clock.now() <= timedelta(hours=1)


def test_a_second_worker_leaves_a_leased_job_alone(runs):
    with database.transaction():
        for job in session.scalars(select(Job)):
            job.leased_until = clock.now() + jobs.LEASE
    assert jobs.run_due_jobs() == 0
    with clock.at(clock.now() + jobs.LEASE + timedelta(seconds=1)):
        assert jobs.run_due_jobs() == 2
    assert runs["good"] == 1


def test_every_job_of_the_house_runs(house, anna, monkeypatch, tmp_path):
    assert house.in_transaction()
    send_to(monkeypatch, data_dir=tmp_path)
    handed_in(by=anna)
    jobs.enter_jobs()
    assert jobs.run_due_jobs() == len(jobs.JOBS)
    assert all(job.last_run for job in rows().values())


def test_the_end_of_the_journal_leaves_the_database_every_day(house, anna, monkeypatch, tmp_path):
    assert house.in_transaction()
    handed_in(by=anna)
    with database.transaction():
        present = anchor.present_anchor()
    send_to(monkeypatch, data_dir=tmp_path)
    (tmp_path / "journal.key").write_bytes(b"k" * 32)
    with clock.at(clock.now()), database.transaction():
        path = anchor.write_anchor()
    assert date.fromisoformat(path.stem) == clock.today()
    stored = json.loads(path.read_text())
    assert (stored["sequence"], stored["hash"]) == (present.sequence, present.hash)
    handed_in(by=anna)
    with database.transaction():
        assert anchor.holds(anchor.read_anchor(path))
        assert not anchor.holds(anchor.Anchor("2026-01-01", present.sequence, "f" * 64, ""))
