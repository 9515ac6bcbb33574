"""The command that prints the rules of the house."""

import click
from flask import current_app

from ideas.cli.house_command import HouseCommand
from ideas.handbook import write_handbook


@click.command(cls=HouseCommand)
def handbook() -> None:
    """Abläufe, Rechte und Ereignisse aus dem Programm als Markdown ausgeben."""
    click.echo(write_handbook(current_app), nl=False)
