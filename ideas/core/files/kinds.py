"""Which kind a file is: its content decides, never its name."""

import re
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from ideas.core.enums import Labelled
from ideas.core.errors import Invalid
from ideas.core.i18n import _, _lp
from ideas.core.plain_text import clean_line

LARGEST = 10_000_000  # bytes of one file
LONGEST_NAME = 120
ODF = b"application/vnd.oasis.opendocument."
UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
DAMAGE = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError, EOFError)
NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


class Kind(Labelled):
    """A kind of file that the house takes; the value is its usual ending."""

    PDF = "pdf", _lp("file", "PDF document")
    PNG = "png", _lp("file", "PNG image")
    JPEG = "jpg", _lp("file", "JPEG image")
    ODT = "odt", _lp("file", "OpenDocument text")
    ODS = "ods", _lp("file", "OpenDocument table")
    DOCX = "docx", _lp("file", "Word document")
    XLSX = "xlsx", _lp("file", "Excel table")
    TXT = "txt", _lp("file", "plain text")

    @property
    def media_type(self) -> str:
        """Return the media type the file is delivered under."""
        return MEDIA_TYPES[self]


MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.TXT: "text/plain",
}
STARTS = {b"%PDF-": Kind.PDF, b"\x89PNG\r\n\x1a\n": Kind.PNG, b"\xff\xd8\xff": Kind.JPEG}
PARTS = {"word/document.xml": Kind.DOCX, "xl/workbook.xml": Kind.XLSX}
ODF_KINDS = {ODF + b"text": Kind.ODT, ODF + b"spreadsheet": Kind.ODS}


def kind_of(content: bytes) -> Kind:
    """Return the kind of a file.

    Raises:
        Invalid: it is empty, too large, or none of the kinds the house takes.
    """
    if not content:
        raise Invalid(_("The file is empty."))
    if len(content) > LARGEST:
        raise Invalid(_("The file is larger than 10 MB."))
    for start, kind in STARTS.items():
        if content.startswith(start):
            return kind
    found = _packed(content) if content.startswith(b"PK\x03\x04") else _text(content)
    if found is None:
        raise Invalid(
            _("This kind of file is not taken. PDF, PNG, JPEG, ODT, ODS, DOCX, XLSX and TXT are.")
        )
    return found


def clean_name(name: str | None, kind: Kind) -> str:
    """Return the name a file is shown and saved under: without folders, with its real ending."""
    plain = PurePosixPath((clean_line(name) or "").replace("\\", "/")).name
    stem, dot, ending = UNFIT.sub("_", plain).rpartition(".")
    stem = stem if dot and len(ending) <= len("docx") else f"{stem}{dot}{ending}"
    stem = stem.strip(" .")[: LONGEST_NAME - len(kind.value) - 1]
    return f"{stem or _('File')}.{kind.value}"


def _packed(content: bytes) -> Kind | None:
    try:
        with ZipFile(BytesIO(content)) as package:
            names = set(package.namelist())
            if "mimetype" in names and package.getinfo("mimetype").file_size <= len(ODF) * 2:
                return ODF_KINDS.get(package.read("mimetype").strip())
    except DAMAGE as error:
        raise Invalid(_("The file is damaged and cannot be opened.")) from error
    return next((kind for part, kind in PARTS.items() if part in names), None)


def _text(content: bytes) -> Kind | None:
    return None if NO_TEXT.search(content) or b"\x7fELF" in content[:4] else Kind.TXT
