"""The command that writes the search data of all ideas anew."""

import click

from ideas.cli.house_command import HouseCommand
from ideas.core.database import transaction
from ideas.core.migrations import require_schema
from ideas.ideation.actions import index_missing


@click.command(cls=HouseCommand)
def reindex() -> None:
    """Die Suche und die Hinweise auf ähnliche Ideen neu aufbauen."""
    require_schema()
    with transaction():
        count = index_missing(anew=True)
    click.echo(f"Neu aufgenommen: {count} Ideen.")
