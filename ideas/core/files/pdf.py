"""PDF documents without author, history, scripts and enclosed files."""

from io import BytesIO
from typing import Any

from ideas.core.errors import Invalid
from ideas.core.i18n import _

TRACES = ("/Metadata", "/PieceInfo", "/AA", "/LastModified")
OF_THE_WHOLE = (*TRACES, "/OpenAction", "/AcroForm", "/Collection", "/SpiderInfo")
NAMED = ("/JavaScript", "/EmbeddedFiles")
OF_A_NOTE = ("/T", "/NM", "/AA", "/A", "/FS", "/M", "/CreationDate")


def without_traces(content: bytes) -> bytes:
    """Return the document with its pages as they are and nothing about who made them.

    Raises:
        Invalid: it is damaged or locked with a password.
    """
    import pikepdf  # noqa: PLC0415 (only an upload needs it)

    try:
        with pikepdf.open(BytesIO(content)) as document:
            _strip(document)
            target = BytesIO()
            document.save(target, deterministic_id=True, encryption=False)
            return target.getvalue()
    except pikepdf.PasswordError as error:
        raise Invalid(_("The document is locked with a password.")) from error
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError) as error:
        raise Invalid(_("The file is damaged and cannot be opened.")) from error


def _strip(document: Any) -> None:
    if "/Info" in document.trailer:
        del document.trailer["/Info"]
    _drop(document.Root, OF_THE_WHOLE)
    if "/Names" in document.Root:
        _drop(document.Root.Names, NAMED)
    for page in document.pages:
        _drop(page.obj, TRACES)
        for note in page.obj.get("/Annots", []):
            # A link into the web stays a link; everything else a note can do goes.
            is_web = "/A" in note and "/URI" in note.A
            _drop(note, tuple(name for name in OF_A_NOTE if not (is_web and name == "/A")))


def _drop(thing: Any, names: tuple[str, ...]) -> None:
    for name in names:
        if name in thing:
            del thing[name]
