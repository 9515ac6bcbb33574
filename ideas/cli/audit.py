"""Commands for whoever checks the journal."""

from pathlib import Path

import click

from ideas.cli.house_command import HouseCommand, Refusal
from ideas.core.database import close_session, open_session, session
from ideas.core.migrations import require_schema
from ideas.notifications.delivery.anchor import holds, present_anchor, read_anchor
from ideas.process.journal import Break
from ideas.process.journal import verify as verify_journal

WORDS = {
    "missing or inserted entry": "davor fehlt etwas, oder er wurde eingefügt",
    "changed or moved entry": "er wurde geändert oder verschoben",
    "entries missing at the end": "am Ende fehlen Einträge",
    "changed reason": "seine Begründung wurde geändert oder entfernt",
}


@click.group()
def audit() -> None:
    """Das Protokoll prüfen."""


@audit.command(cls=HouseCommand)
@click.option(
    "--anchor",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Ein früher gesichertes Ende des Protokolls (Ordner anchors im Datenverzeichnis).",
)
@click.pass_context
def verify(ctx: click.Context, anchor: Path | None) -> None:
    """Nach geänderten, entfernten, eingefügten und vertauschten Einträgen suchen."""
    require_schema()
    open_session(reading=True)
    try:
        length = present_anchor().sequence
        click.echo(f"Prüfe {length} Einträge …", err=True)
        found = [_line(broken) for broken in verify_journal(session())]
        found += _compare(anchor) if anchor else []
    finally:
        close_session()
    for line in found:
        click.echo(line)
    if found:
        ctx.exit(1)
    click.echo(f"Das Protokoll ist unversehrt ({length} Einträge).")


def _line(broken: Break) -> str:
    return f"Eintrag {broken.sequence}: {WORDS.get(broken.problem, broken.problem)}"


def _compare(path: Path) -> list[str]:
    try:
        anchor = read_anchor(path)
    except (ValueError, UnicodeDecodeError) as error:
        raise Refusal(f"{path} ist kein Ende eines Protokolls.") from error
    if holds(anchor):
        return []
    return [f"Der Eintrag {anchor.sequence} vom {anchor.day} fehlt oder ist ein anderer."]
