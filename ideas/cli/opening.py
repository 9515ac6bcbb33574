"""What whoever starts the house is told, and what the very first start does."""

import json
import sys
from pathlib import Path

import click

from ideas.core import settings
from ideas.core.database import close_session, open_session
from ideas.core.settings import Settings
from ideas.people.models import Role
from ideas.people.queries import all_people

PERCENT = 100


def furnish() -> None:
    """Load the demonstration at the very first start of a house that only this machine reaches."""
    house = settings.current()
    if not (house.demo and house.is_loopback and _is_empty()):
        return
    from ideas.demo.actions import load_demo  # noqa: PLC0415 (only the very first start needs it)
    from ideas.demo.texts import read  # noqa: PLC0415

    with click.progressbar(length=PERCENT, label="Demonstration", file=sys.stderr) as bar:
        signs = load_demo(progress=lambda done, of: bar.update(PERCENT * done // of - bar.pos))
    personas = signs[: len(read("people")["personas"])]
    text = json.dumps(personas, ensure_ascii=False, indent=1)
    _sign_ins(house).write_text(f"{text}\n", encoding="utf-8")


def announce() -> None:
    """Say where the house is, who can come in and where mails go."""
    house = settings.current()
    click.echo(f"\nMacht es einfach! läuft auf {house.public_url}\n")
    if _sign_ins(house).exists():
        personas = json.loads(_sign_ins(house).read_text(encoding="utf-8"))
        click.echo("Anmelden können sich in der Demonstration, alle mit demselben Kennwort:")
        for persona in personas:
            click.echo(f"  {persona['email']:<46} {_what(persona['roles'])}")
        click.echo(f"  Kennwort: {personas[0]['password']}\n")
    if house.smtp_url:
        click.echo(f"Mails gehen an {_without_password(house.smtp_url)}.")
    else:
        click.echo(f"Ohne IDEAS_SMTP_URL werden Mails zu Dateien in {house.data_dir / 'mails'}.")
    click.echo("Beenden mit Strg+C.\n")


def _is_empty() -> bool:
    open_session(reading=True)
    try:
        return not all_people()
    finally:
        close_session()


def _what(roles: list[str]) -> str:
    """Name the roles; being employed is only worth a word where there is no other."""
    named = [str(Role(role).label) for role in roles if role != Role.EMPLOYEE]
    return ", ".join(named) or str(Role.EMPLOYEE.label)


def _sign_ins(house: Settings) -> Path:
    return house.data_dir / "demonstration.json"


def _without_password(url: str) -> str:
    return url.partition("://")[2].rpartition("@")[2].partition("?")[0]
