"""The command that brings in ideas from a list."""

import json
from pathlib import Path

import click

from ideas.cli.house_command import HouseCommand, Refusal
from ideas.core.database import transaction
from ideas.core.migrations import require_schema
from ideas.ideation.actions.checking_rows import RowFinding, refuse_client_data
from ideas.ideation.actions.idea_files import Row, read_csv
from ideas.ideation.actions.import_hints import hints_for
from ideas.ideation.actions.import_ideas import import_ideas, sort_rows
from ideas.ideation.queries.likeness import FLOOR
from ideas.people.models import Person
from ideas.people.queries import find_by_email, system
from ideas.programme.models import Campaign
from ideas.programme.queries import find_campaign, permanent_channel

SHOWN = 10
IN_LIST = "row"  # what stands for the state of an earlier row


@click.command("import-ideas", cls=HouseCommand)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--campaign", help="Name der Kampagne; ohne Angabe der offene Ideenkanal.")
@click.option("--author", help="E-Mail-Adresse, unter der die Ideen stehen; sonst das Haus selbst.")
@click.option(
    "--dry-run", is_flag=True, help="Nur zeigen, was geschehen würde und was es ähnlich schon gibt."
)
@click.option(
    "--json", "as_json", is_flag=True, help="Mit --dry-run: ein JSON-Objekt je Zeile der Datei."
)
def import_ideas_command(
    file: Path, campaign: str | None, author: str | None, *, dry_run: bool, as_json: bool
) -> None:
    """Ideen aus einer CSV-Datei übernehmen; dieselben Zeilen noch einmal ändern nichts.

    Spalten nach der Kopfzeile: titel (Pflicht), text oder vorschlag, problem, zielgruppe,
    nutzen, thema, kennung, quelle. Getrennt durch ; oder Komma, in UTF-8 oder Windows-1252.

    Mit --dry-run werden zu jeder Zeile bis zu fünf ähnliche Ideen genannt: aus der Datenbank und
    aus den Zeilen davor ("row 3"). Zeilen zählen wie in einer Tabelle: Die Kopfzeile ist 1, die
    erste Idee steht in 2; ebenso nennen die Fehlermeldungen sie.
    """
    if as_json and not dry_run:
        raise Refusal("--json gibt es nur zusammen mit --dry-run.")
    require_schema()
    rows = read_csv(file.read_bytes())
    doubtful = [] if as_json else refuse_client_data(rows)
    with transaction():
        target, writer = _campaign(campaign), _author(author)
        sorted_rows = sort_rows(rows)
        if as_json:
            _print_json(rows)
            return
        if dry_run:
            _show(sorted_rows.new, target)
            _warn(doubtful)
            _show_similar(rows)
        else:
            with click.progressbar(sorted_rows.new, label="Ideen übernehmen") as new:
                import_ideas(new, campaign=target, author=writer, actor=system())
    said = "Würden übernommen" if dry_run else "Übernommen"
    click.echo(f"{said}: {len(sorted_rows.new)}. Schon da: {len(sorted_rows.known)}.")


def _show(rows: list[Row], campaign: Campaign) -> None:
    click.echo(f"In „{campaign.name}“ kämen:")
    for row in rows[:SHOWN]:
        click.echo(f"  Zeile {row.line}: {row.title}")
    if len(rows) > SHOWN:
        click.echo(f"  … und {len(rows) - SHOWN} weitere")


def _warn(doubtful: list[RowFinding]) -> None:
    if doubtful:
        click.echo("Bitte vorher ansehen, vermutlich Sozialdaten:")
    for one in doubtful:
        click.echo(f"  Zeile {one.line}: {one.kind.label}")


def _print_json(rows: list[Row]) -> None:
    for told in hints_for(rows):
        similar = [like._asdict() | {"status": like.status or IN_LIST} for like in told.similar]
        line = {"row": told.row.line, "title": told.row.title, "similar": similar}
        click.echo(json.dumps(line, ensure_ascii=False))


def _show_similar(rows: list[Row]) -> None:
    for told in hints_for(rows):
        likely = [like for like in told.similar if like.score > FLOOR]
        if likely:
            click.echo(f"Zeile {told.row.line}, „{told.row.title}“, gibt es vielleicht schon:")
        for like in likely:
            state = f" ({like.status.label})" if like.status else ""
            number = like.number.replace("row", "Zeile")
            click.echo(f"  {like.score:.2f}  {number}  {like.title}{state}")


def _campaign(name: str | None) -> Campaign:
    found = find_campaign(name) if name else permanent_channel()
    if found is None:
        raise Refusal(f"Es gibt keine Kampagne mit dem Namen „{name}“.")
    return found


def _author(email: str | None) -> Person:
    found = find_by_email(email) if email else system()
    if found is None:
        raise Refusal(f"Niemand hier hat die Adresse {email}.")
    return found
