"""The commands: `flask --app wsgi …`."""

import click

from ideas.cli.db import db

commands: list[click.Command] = [db]
