"""Commands that send mails and run the jobs of the day."""

import logging
import signal
import sys
from collections import Counter
from threading import Event
from types import FrameType

import click
from sqlalchemy.exc import SQLAlchemyError

from ideas.cli.house_command import HouseCommand
from ideas.core.migrations import require_schema
from ideas.notifications.delivery.jobs import enter_jobs, run_due_jobs
from ideas.notifications.delivery.outbox import deliver_batch, due
from ideas.process.models import MailState

log = logging.getLogger(__name__)
PAUSE = 1.0
AFTER_A_FAULT = 5.0


@click.command(cls=HouseCommand)
def deliver() -> None:
    """Alle fälligen Mails einmal verschicken."""
    require_schema()
    ended: Counter[MailState] = Counter()
    with click.progressbar(length=due(), label="Mails", file=sys.stderr) as bar:
        while batch := deliver_batch():
            ended += batch
            bar.update(batch.total())
    words = ", ".join(f"{state.label}: {ended[state]}" for state in MailState if ended[state])
    click.echo(words or "Keine Mail war fällig.")


@click.command(cls=HouseCommand)
def worker() -> None:
    """Mails verschicken und die täglichen Aufgaben erledigen, bis SIGTERM oder SIGINT kommt."""
    require_schema()
    stop = Event()

    def _stop(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    enter_jobs()
    while not stop.is_set():
        stop.wait(_work())


def _work() -> float:
    """Do what is due and return for how many seconds there is nothing to do."""
    try:
        busy = run_due_jobs() + deliver_batch().total()
    except SQLAlchemyError:
        log.exception("the database does not answer")
        return AFTER_A_FAULT
    return 0.0 if busy else PAUSE
