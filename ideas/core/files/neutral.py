"""Files freed of what tells about their author: names, places, cameras, programs, scripts."""

from collections.abc import Callable
from dataclasses import dataclass

from ideas.core.errors import Invalid
from ideas.core.files.images import redrawn
from ideas.core.files.kinds import LARGEST, Kind, kind_of
from ideas.core.files.office import without_people
from ideas.core.files.pdf import without_traces
from ideas.core.i18n import _

WAYS: dict[Kind, Callable[[bytes], bytes]] = {
    Kind.PDF: without_traces,
    Kind.PNG: redrawn,
    Kind.JPEG: redrawn,
    Kind.ODT: without_people,
    Kind.ODS: without_people,
    Kind.DOCX: without_people,
    Kind.XLSX: without_people,
}


@dataclass(frozen=True)
class Neutral:
    """A file as it may be kept: its kind, and its content without traces of its author."""

    kind: Kind
    content: bytes


def neutralise(content: bytes) -> Neutral:
    """Return the file without the traces its author's programs left.

    Raises:
        Invalid: the kind is not taken, or the file is damaged, locked or holds a program.
    """
    kind = kind_of(content)
    freed = WAYS.get(kind, _as_utf8)(content)
    if len(freed) > LARGEST:
        raise Invalid(_("The file is larger than 10 MB."))
    return Neutral(kind, freed)


def _as_utf8(content: bytes) -> bytes:
    try:
        return content.decode("utf-8-sig").encode()
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace").encode()
