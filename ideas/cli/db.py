"""Commands for the schema of the database."""

import click

from ideas.cli.house_command import HouseCommand, Refusal
from ideas.core import migrations
from ideas.core.database import transaction
from ideas.ideation.actions import index_missing
from ideas.people.actions import establish_system
from ideas.programme.actions.house import establish_house


@click.group()
def db() -> None:
    """Das Schema der Datenbank anlegen und ändern."""


@db.command(cls=HouseCommand)
@click.argument("ziel", default="head")
def upgrade(ziel: str) -> None:
    """Die Datenbank anlegen oder auf den Stand dieser Fassung bringen."""
    bring_up(ziel)
    click.echo("Die Datenbank ist auf dem Stand dieser Fassung.")


@db.command(cls=HouseCommand, context_settings={"ignore_unknown_options": True})
@click.argument("ziel", default="-1")
def downgrade(ziel: str) -> None:
    """Eine Änderung am Schema zurücknehmen (ihre Daten gehen verloren)."""
    migrations.downgrade(ziel)
    click.echo(f"Die Datenbank ist zurückgesetzt ({ziel}).")


@db.command(cls=HouseCommand)
def check() -> None:
    """Prüfen, ob das Schema der Datenbank zu den Modellen passt."""
    if found := migrations.differences():
        click.echo("\n".join(found))
        raise Refusal("Das Schema und die Modelle unterscheiden sich.")
    click.echo("Das Schema passt zu den Modellen.")


@db.command(cls=HouseCommand)
@click.option("-m", "--message", required=True, help="Ein Satz, der zum Dateinamen wird.")
def revision(message: str) -> None:
    """Eine neue Änderung am Schema aus den Modellen vorbereiten."""
    click.echo(migrations.revise(message))


def bring_up(target: str = "head") -> None:
    """Migrate the database; on its newest schema see to it that the house is furnished."""
    migrations.upgrade(target)
    if target == "head":
        with transaction():
            establish_house(actor=establish_system())
            index_missing()
