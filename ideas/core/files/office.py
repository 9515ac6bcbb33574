"""Office documents (ODT, ODS, DOCX, XLSX) without the people who worked on them."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ideas.core.errors import Invalid
from ideas.core.files.kinds import DAMAGE
from ideas.core.i18n import _

MOST_PARTS = 3000
MOST_BYTES = 150_000_000  # unpacked
PROGRAM = re.compile(
    r"vbaProject|vbaData|^Basic/|^Scripts/|macrosheets|activeX|/embeddings/|^Object "
)
PICTURE = re.compile(r"thumbnail\.(jpe?g|png|emf|wmf)$", re.IGNORECASE)
BEGINNING = (1980, 1, 1, 0, 0, 0)
CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>'
)
EXTENDED = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>'
)
CUSTOM = EXTENDED.replace(b"extended-properties", b"custom-properties")
META = (
    b'<?xml version="1.0" encoding="UTF-8"?><office:document-meta office:version="1.3"'
    b' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:meta/>'
    b"</office:document-meta>"
)
EMPTIED = {
    "docProps/core.xml": CORE,
    "docProps/app.xml": EXTENDED,
    "docProps/custom.xml": CUSTOM,
    "meta.xml": META,
}
# The places inside the text that name a person or a moment: remarks and recorded changes.
PEOPLE = (
    (re.compile(rb'( (?:w\w*|x\w*):(?:author|initials|displayName|userId)=)"[^"]*"'), rb'\1""'),
    (re.compile(rb'( (?:displayName|userId|providerId)=)"[^"]*"'), rb'\1""'),
    (re.compile(rb"(<(?:author|dc:creator|meta:[a-z]*-?(?:creator|initials))>)[^<]*"), rb"\1"),
)


def without_people(content: bytes) -> bytes:
    """Return the document with its text as it is and nothing about who wrote or changed it.

    Raises:
        Invalid: it is damaged, locked, far larger than it pretends to be, or holds a program.
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            _check(package)
            return _packed_anew(package)
    except DAMAGE as error:
        raise Invalid(_("The file is damaged and cannot be opened.")) from error


def _check(package: ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise Invalid(_("The file is far larger unpacked than it looks. Please make it smaller."))
    if any(PROGRAM.search(part.filename) for part in parts):
        raise Invalid(
            _("The document holds a program (macro) or enclosed files. Please save it without.")
        )
    if any(part.filename == "encryption.xml" or part.flag_bits & 1 for part in parts):
        raise Invalid(_("The document is locked with a password."))


def _packed_anew(package: ZipFile) -> bytes:
    target, left = BytesIO(), MOST_BYTES
    with ZipFile(target, "w", ZIP_DEFLATED) as fresh:
        for part in package.infolist():
            if part.is_dir():
                continue
            with package.open(part) as stream:
                data = stream.read(left + 1)  # the size that a part claims may be a lie
            left -= len(data)
            if left < 0:
                raise Invalid(
                    _("The file is far larger unpacked than it looks. Please make it smaller.")
                )
            entry = ZipInfo(part.filename, BEGINNING)
            entry.compress_type = ZIP_STORED if part.filename == "mimetype" else ZIP_DEFLATED
            fresh.writestr(entry, _anonymous(part.filename, data))
    return target.getvalue()


def _anonymous(name: str, data: bytes) -> bytes:
    if name in EMPTIED:
        return EMPTIED[name]
    if PICTURE.search(name):
        return b""
    if not name.endswith((".xml", ".rels")):
        return data
    for place, nobody in PEOPLE:
        data = place.sub(nobody, data)
    return data
