"""Running commands as an administrator types them."""

from collections.abc import Callable

import pytest
from click.testing import Result


@pytest.fixture
def run(app) -> Callable[..., Result]:
    """Run a command of the house; a fault in it fails the test."""

    def command(*arguments: object) -> Result:
        words = [str(argument) for argument in arguments]
        with app.app_context():
            result = app.test_cli_runner().invoke(args=words)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return command
