"""The command that copies the database while it is used, and proves the copy."""

import json
import os
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from sqlalchemy.engine import URL, make_url

from ideas.cli.check import violations
from ideas.cli.house_command import HouseCommand, Refusal
from ideas.core import database, settings
from ideas.core.database import close_session, open_session, session
from ideas.core.migrations import require_schema
from ideas.ideation.sealing import key_id as seal_key_id
from ideas.notifications.delivery.anchor import Anchor, present_anchor
from ideas.process.journal import verify


@click.command(cls=HouseCommand)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def backup(folder: Path) -> None:
    """Die Datenbank im laufenden Betrieb nach DIR sichern und die Kopie prüfen."""
    require_schema()
    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"{folder} ist nicht leer; jede Sicherung braucht ihr eigenes Verzeichnis.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    url = make_url(settings.current().database_url)
    click.echo("Sichere …", err=True)
    sqlite = url.get_backend_name() == "sqlite"
    path, anchor = _copy_sqlite(folder) if sqlite else _dump_postgresql(url, folder)
    (folder / "anchor.json").write_text(json.dumps(asdict(anchor), indent=1) + "\n", "utf-8")
    click.echo(f"Gesichert und geprüft: {path} ({anchor.sequence} Einträge im Protokoll).")
    click.echo(
        f"Die Schlüssel gehören nicht in diese Sicherung; gebraucht wird der Schlüssel {anchor.key}"
        f" (journal.key in {settings.current().data_dir})."
    )
    click.echo(
        f"Anonyme Ideen brauchen dazu den Schlüssel {seal_key_id()} (sealed.key) und seal-mark.key:"
        " Ohne sie findet niemand mehr zu seiner Idee."
    )


def _copy_sqlite(folder: Path) -> tuple[Path, Anchor]:
    path = folder / "ideas.db"
    draft = folder / "ideas.db.unfinished"
    copy = database.make_engine(f"sqlite:///{draft}")
    with database.engine().connect() as source, copy.connect() as target:
        driver: Any = source.connection.driver_connection
        driver.backup(target.connection.driver_connection)  # readers and writers go on meanwhile
    copy.dispose()
    anchor = _prove(f"sqlite:///{draft}")
    draft.replace(path)
    return path, anchor


def _prove(url: str) -> Anchor:
    """Look at the copy as `check` and `audit verify` look at the database itself."""
    try:
        database.connect(url)
        problems = violations()
        open_session(reading=True)
        problems += [f"Eintrag {broken.sequence} des Protokolls" for broken in verify(session())]
        anchor = present_anchor()
    finally:
        close_session()
        database.engine().dispose()
        database.connect(settings.current().database_url)
    if problems:
        raise Refusal("Die Kopie ist nicht in Ordnung:\n" + "\n".join(problems))
    return anchor


def _dump_postgresql(url: URL, folder: Path) -> tuple[Path, Anchor]:
    program = shutil.which("pg_dump")
    if program is None:
        raise Refusal("Für die Sicherung von PostgreSQL fehlt pg_dump (Paket postgresql-client).")
    open_session(reading=True)
    anchor = present_anchor()
    close_session()
    path = folder / "ideas.dump"
    environment = {**os.environ, "PGPASSWORD": url.password or ""}
    address = url.set(drivername="postgresql", password=None).render_as_string()
    _run([program, "--format=custom", f"--file={path}", f"--dbname={address}"], environment)
    _run([program.replace("pg_dump", "pg_restore"), "--list", str(path)], environment)
    return path, anchor


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refusal(f"Die Sicherung ist gescheitert: {done.stderr.strip()}")
