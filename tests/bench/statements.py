"""How many SQL statements a page sends, counted inside one process."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import event, select

from ideas import create_app
from ideas.accounts.actions.signing_in import begin_stay
from ideas.core import database
from ideas.people.models import Person
from tests.bench.houses import House

FRAME = ("pragma", "BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT")


def statements(house: House) -> dict[str, int]:
    """Return the number of statements of each page, of the second visit."""
    app = create_app(IDEAS_DATA_DIR=str(house.folder), IDEAS_DATABASE_URL="")
    client = app.test_client()
    with app.app_context(), database.transaction() as session:
        person = select(Person.id).where(Person.email == house.email("bernd"))
        token = begin_stay(session.scalars(person).one())
    with client.session_transaction() as cookie:
        cookie["_user_id"], cookie["_fresh"] = token, True
    counts = {}
    for name, path in house.pages.items():
        client.get(path)
        counts[name] = _counted(lambda path=path: _visit(client, path))
    database.engine().dispose()
    return counts


def _visit(client: FlaskClient, path: str) -> None:
    status = client.get(path).status_code
    if status != 200:
        raise RuntimeError(f"{path} answers {status}")


def _counted(act: Callable[[], None]) -> int:
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        if not statement.startswith(FRAME):
            sent.append(statement)

    event.listen(database.engine(), "before_cursor_execute", note)
    act()
    event.remove(database.engine(), "before_cursor_execute", note)
    return len(sent)
