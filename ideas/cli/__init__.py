"""The commands: `flask --app wsgi …`."""

import click

from ideas.cli.audit import audit
from ideas.cli.backup import backup
from ideas.cli.check import check
from ideas.cli.db import db
from ideas.cli.demo import demo_command
from ideas.cli.handbook import handbook
from ideas.cli.import_ideas import import_ideas_command
from ideas.cli.mail import deliver, worker
from ideas.cli.people import invite
from ideas.cli.reindex import reindex
from ideas.cli.serve import serve

commands: list[click.Command] = [
    serve,
    db,
    invite,
    deliver,
    worker,
    audit,
    check,
    backup,
    handbook,
    demo_command,
    import_ideas_command,
    reindex,
]
