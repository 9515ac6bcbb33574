"""Rows of a list that hold data of clients: what is certain never comes in."""

from collections.abc import Iterable
from dataclasses import dataclass

from ideas.core import client_data, settings
from ideas.core.client_data import Kind
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.ideation.actions.idea_files import Row

MOST_NAMED = 20


@dataclass(frozen=True)
class RowFinding:
    """What was found in a row; never the text itself."""

    line: int
    kind: Kind


def refuse_client_data(rows: Iterable[Row]) -> list[RowFinding]:
    """Return what is only probable, row by row.

    Raises:
        Invalid: rows hold what is certain; the message names rows and kinds.
    """
    certain: list[RowFinding] = []
    probable: list[RowFinding] = []
    own = settings.current().mail_domains
    for row in rows:
        texts = (row.title, row.problem, row.audience, row.proposal, row.benefit, row.source)
        text = "\n\n".join(text for text in texts if text)
        found = {(one.kind, one.certain) for one in client_data.find(text, own)}
        for kind, is_certain in sorted(found):
            (certain if is_certain else probable).append(RowFinding(row.line, kind))
    if certain:
        raise Invalid(_("Data of clients: %(rows)s. Nothing was imported.", rows=_named(certain)))
    return probable


def _named(findings: list[RowFinding]) -> str:
    names = [
        _("row %(line)s: %(kind)s", line=one.line, kind=one.kind.label)
        for one in findings[:MOST_NAMED]
    ]
    return "; ".join(names) + " …" * (len(findings) > MOST_NAMED)
