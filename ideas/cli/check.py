"""The command that looks for what should not be."""

import sys

import click

from ideas.cli.house_command import HouseCommand
from ideas.cli.invariants import CHECKS
from ideas.core.database import close_session, open_session
from ideas.core.migrations import require_schema


@click.command(cls=HouseCommand)
@click.pass_context
def check(ctx: click.Context) -> None:
    """Die Datenbank prüfen: eine Zeile je verletzter Regel, dann Ende mit 1."""
    require_schema()
    found = violations()
    for sentence in found:
        click.echo(sentence)
    if found:
        ctx.exit(1)
    click.echo("Alles in Ordnung.")


def violations() -> list[str]:
    """Ask every check on one unchanging view of the database."""
    open_session(reading=True)
    try:
        with click.progressbar(CHECKS, label="Prüfe", file=sys.stderr) as checks:
            return [sentence for ask in checks for sentence in ask()]
    finally:
        close_session()
