"""Reading ideas from a CSV file as people's spreadsheets write it; all of it or nothing."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.core.plain_text import clean_line, clean_text
from ideas.ideation.models import MAX_TITLE

MOST_BYTES = 50_000_000
MOST_COLUMNS = 100
LONGEST_FIELD = 20_000
LONGEST_LINE = 200
HEADS = {
    "title": {"titel", "title"},
    "problem": {"problem"},
    "audience": {"zielgruppe", "audience"},
    "proposal": {"text", "vorschlag", "proposal"},
    "benefit": {"nutzen", "benefit"},
    "topic": {"thema", "topic"},
    "key": {"kennung", "id"},
    "source": {"quelle", "source"},
}
NEWLINES_KEPT = frozenset({"problem", "audience", "proposal", "benefit"})


@dataclass(frozen=True)
class Row:
    """One idea of the file; `line` is the row as a spreadsheet counts it, the header is 1."""

    line: int
    title: str
    problem: str = ""
    audience: str = ""
    proposal: str = ""
    benefit: str = ""
    topic: str = ""
    key: str = ""
    source: str = ""


def read_csv(content: bytes) -> list[Row]:
    """Return the ideas of a file.

    Raises:
        Invalid: the file is damaged; the message names row and reason.
    """
    if len(content) > MOST_BYTES:
        raise Invalid(_("The file is larger than 50 MB."))
    text = _decoded(content)
    delimiter = _delimiter(text)
    records = _records(text, delimiter)
    header = _header(next(records)[1])
    return [_row(line, dict(zip(header, fields, strict=True))) for line, fields in records]


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Invalid(_("The file is neither UTF-8 nor Windows-1252."))


def _delimiter(text: str) -> str:
    """Return the mark between the columns: the one with which the header names a title."""
    first = text.partition("\n")[0]
    for delimiter in ";,\t":
        names = {_plain(name) for name in first.split(delimiter)}
        if names & HEADS["title"]:
            return delimiter
    raise Invalid(_("Row 1: there is no column “Titel”."))


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every record that is not empty with its number; all have as many fields as the first.

    Raises:
        Invalid: the quoting is broken, or a record has more or fewer fields.
    """
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, width = 0, 0
    while True:
        line += 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _damaged(line, _("the quotation marks do not fit together")) from error
        if not any(fields):
            continue
        width = width or len(fields)
        _check(line, fields, width)
        yield line, fields


def _check(line: int, fields: list[str], width: int) -> None:
    if len(fields) > MOST_COLUMNS:
        raise _damaged(line, _("more than %(most)s columns", most=MOST_COLUMNS))
    if len(fields) != width:
        values = {"found": len(fields), "expected": width}
        raise _damaged(line, _("%(found)s columns instead of %(expected)s", **values))
    if any(len(field) > LONGEST_FIELD for field in fields):
        raise _damaged(line, _("a field is longer than %(most)s characters", most=LONGEST_FIELD))
    if any("\0" in field for field in fields):
        raise _damaged(line, _("a field holds a NUL character"))


def _header(fields: list[str]) -> list[str]:
    """Return the name of each column in our words; an unknown one keeps its own."""
    names = [_plain(field) for field in fields]
    header = [
        next((ours for ours, known in HEADS.items() if name in known), name) for name in names
    ]
    for ours in HEADS:
        if header.count(ours) > 1:
            raise _damaged(1, _("two columns hold the same: %(name)s", name=ours))
    return header


def _row(line: int, fields: dict[str, str]) -> Row:
    values = {
        ours: (clean_text if ours in NEWLINES_KEPT else clean_line)(fields.get(ours, "")) or ""
        for ours in HEADS
    }
    if not values["title"]:
        raise _damaged(line, _("the title is empty"))
    for ours, most in (("title", MAX_TITLE), ("topic", LONGEST_LINE), ("key", LONGEST_LINE)):
        if len(values[ours]) > most:
            problem = _("“%(name)s” is longer than %(most)s characters", name=ours, most=most)
            raise _damaged(line, problem)
    return Row(line, **values)


def _plain(name: str) -> str:
    return name.strip().strip('"').strip().casefold()


def _damaged(line: int, problem: str) -> Invalid:
    return Invalid(_("Row %(line)s: %(problem)s.", line=line, problem=problem))
