"""The one command that opens the house: schema, web server and worker."""

import os
import socket
import sys
from contextlib import closing, suppress
from http import HTTPStatus
from pathlib import Path
from urllib.request import urlopen

import click
from flask.cli import ScriptInfo

from ideas.cli.db import bring_up
from ideas.cli.house_command import HouseCommand, Refusal
from ideas.cli.opening import announce, furnish
from ideas.cli.supervision import Child, Supervisor
from ideas.core import database, settings

HOST = "127.0.0.1"
THREADS = 4
GRACEFUL = 25  # seconds for running requests; the supervisor waits a little longer


@click.command(cls=HouseCommand)
@click.pass_context
def serve(ctx: click.Context) -> None:
    """Die Anwendung starten: Datenbank anlegen oder anpassen, Webserver und Mailversand."""
    house = settings.current()
    if not _is_free(house.port):
        raise Refusal(
            f"Der Anschluss {house.port} ist schon belegt. Läuft die Anwendung bereits?"
            " Mit PORT=… wählen Sie einen anderen."
        )
    bring_up()
    furnish()
    database.engine().dispose()  # from here on the children work with the database
    info = ctx.find_object(ScriptInfo)
    entry = (info.app_import_path if info else None) or "wsgi"
    supervisor = Supervisor(_children(entry, house))
    code = supervisor.run(announce, lambda: _answers(house.port))
    click.echo("Beendet." if code == 0 else "Der Start ist nicht gelungen.", err=code != 0)
    ctx.exit(code)


def _children(entry: str, house: settings.Settings) -> list[Child]:
    environment = {k: v for k, v in os.environ.items() if k != "FLASK_RUN_FROM_CLI"}
    web = [sys.executable, "-m", "gunicorn", "--bind", f"{HOST}:{house.port}"]
    web += ["--workers", str(house.workers), "--worker-class", "gthread"]
    web += ["--threads", str(THREADS), "--graceful-timeout", str(GRACEFUL)]
    # A long search is answered by its page, which says in plain words that it was cut.
    web += ["--no-control-socket", "--log-level", "warning", "--limit-request-line", "0"]
    path = Path(entry)
    if path.suffix == ".py":  # a file instead of a module; gunicorn knows modules only
        web += ["--pythonpath", str(path.parent.absolute())]
    web.append(f"{path.stem if path.suffix == '.py' else entry}:app")
    mail = [sys.executable, "-m", "flask", "--app", entry, "worker"]
    return [
        Child("Der Webserver", web, environment),
        Child("Der Mailversand", mail, environment),
    ]


def _answers(port: int) -> bool:
    with suppress(OSError), urlopen(f"http://{HOST}:{port}/healthz", timeout=2) as reply:
        return bool(reply.status == HTTPStatus.OK)
    return False


def _is_free(port: int) -> bool:
    with closing(socket.socket()) as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) != 0
