"""The commands: `flask --app wsgi …`."""

import click

from ideas.cli.audit import audit
from ideas.cli.db import db
from ideas.cli.mail import deliver, worker
from ideas.cli.people import invite

commands: list[click.Command] = [db, invite, deliver, worker, audit]
