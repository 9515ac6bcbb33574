"""What all commands share: they speak German, and a refusal is one sentence with exit code 2."""

from typing import Any

import click
from sqlalchemy.exc import OperationalError

from ideas.core.errors import DomainError
from ideas.core.i18n import speaking
from ideas.core.migrations import WrongSchemaError


class Refusal(click.ClickException):
    """The command cannot do this; the message says why."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(self.message, file=file, err=True)


class HouseCommand(click.Command):
    """A command that speaks German and turns what the house refuses into a sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with speaking("de"):
                return super().invoke(ctx)
        except DomainError as error:
            raise Refusal(error.message) from error
        except WrongSchemaError as error:
            raise Refusal(str(error)) from error
        except OperationalError as error:
            raise Refusal("Die Datenbank ist nicht erreichbar oder belegt.") from error
