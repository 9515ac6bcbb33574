"""The command by which the first administrator comes in."""

import click

from ideas.accounts.actions.people import invite as invite_person
from ideas.accounts.models import Purpose
from ideas.accounts.queries import link_for
from ideas.cli.house_command import HouseCommand
from ideas.core import settings
from ideas.core.database import transaction
from ideas.core.migrations import require_schema
from ideas.core.web import absolute
from ideas.people.models import Role
from ideas.people.queries import system


@click.command(cls=HouseCommand)
@click.argument("email")
@click.option(
    "--role",
    "roles",
    multiple=True,
    default=["employee"],
    show_default=True,
    type=click.Choice([role.value for role in Role]),
    help="Rolle; mehrfach möglich.",
)
@click.option("--given-name", default="", help="Vorname.")
@click.option("--family-name", default="", help="Nachname; sonst der Anfang der Adresse.")
@click.option("--team", default="", help="Team.")
def invite(
    email: str, roles: tuple[str, ...], given_name: str, family_name: str, team: str
) -> None:
    """Jemanden einladen; so kommt die erste Person für die Verwaltung in das Haus."""
    require_schema()
    name = (given_name, family_name or email.partition("@")[0])
    with transaction():
        chosen = {Role(role) for role in roles}
        person = invite_person(name=name, email=email, unit=team, roles=chosen, actor=system())
        path = link_for(person, Purpose.INVITATION) or ""
        address = person.email
    click.echo(f"{address} ist eingeladen.")
    if settings.current().smtp_url:
        click.echo("Die Einladung geht per Mail hinaus, sobald „flask worker“ läuft.")
    else:
        folder = settings.current().data_dir / "mails"
        click.echo(f"Ohne IDEAS_SMTP_URL wird die Mail zur Datei in {folder}.")
    click.echo(f"Der Link gilt sieben Tage und einmal: {absolute(path)}")
