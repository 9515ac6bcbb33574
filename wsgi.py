"""The entry for web servers and for `flask --app wsgi`."""

import sys

import click

from ideas import create_app
from ideas.core import migrations
from ideas.core.settings import WrongSettingError

GIVE_UP = 3  # a gunicorn whose worker ends like this does not start it again


def _is_served() -> bool:
    """Say whether this process will answer requests; commands may run on any schema."""
    command = click.get_current_context(silent=True)
    return command is None or command.info_name == "run"


try:
    app = create_app()
    if _is_served():
        migrations.require_schema()
except (WrongSettingError, migrations.WrongSchemaError) as error:
    sys.stderr.write(f"{error}\n")
    sys.exit(GIVE_UP)
