"""People from a list: name, e-mail, team; all rows or none."""

import csv
import io
from dataclasses import dataclass

from ideas.accounts.actions.people import invite
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.core.plain_text import clean_line
from ideas.people.models import Person, Role

COLUMNS = {
    "vorname": "given",
    "nachname": "family",
    "name": "name",
    "e-mail": "email",
    "email": "email",
    "mail": "email",
    "team": "team",
}
MOST = 2000
LONGEST = 254


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    name: tuple[str, str]
    email: str
    team: str


def import_people(content: bytes, *, actor: Person) -> list[Person]:
    """Invite everybody on the list as an employee.

    Raises:
        Invalid: a row cannot be used; the message names it, and nobody is invited.
    """
    invited = []
    for line, row in enumerate(read_people(content), start=2):
        try:
            invited.append(
                invite(
                    name=row.name,
                    email=row.email,
                    unit=row.team,
                    roles={Role.EMPLOYEE},
                    actor=actor,
                )
            )
        except Invalid as error:
            raise Invalid(
                _("Row %(line)s: %(problem)s", line=line, problem=error.message)
            ) from error
    return invited


def read_people(content: bytes) -> list[Row]:
    """Read the list as a German spreadsheet program writes it."""
    text = _decoded(content)
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [COLUMNS.get((name or "").strip().lower()) for name in reader.fieldnames or []]
        rows = [dict(zip(columns, line.values(), strict=False)) for line in reader]
    except csv.Error as error:
        raise Invalid(_("The list cannot be read: its quotes do not match.")) from error
    if "email" not in columns or not {"name", "family"} & set(columns):
        raise Invalid(_("The list needs the columns Name (or Vorname and Nachname) and E-Mail."))
    if not rows or len(rows) > MOST:
        raise Invalid(_("The list needs 1 to %(most)s rows.", most=MOST))
    return [_row(line, values) for line, values in enumerate(rows, start=2)]


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Invalid(_("The list holds characters that are no text."))
    return text


def _row(line: int, values: dict[str | None, object]) -> Row:
    cell = {key: clean_line(str(value or "")) or "" for key, value in values.items() if key}
    given, family = cell.get("given", ""), cell.get("family", "")
    if not family:
        given, _space, family = cell.get("name", "").rpartition(" ")
    if not family or not cell["email"] or max(map(len, cell.values())) > LONGEST:
        raise Invalid(_("Row %(line)s: the name or the e-mail address is missing.", line=line))
    return Row((given, family), cell["email"], cell.get("team", ""))
