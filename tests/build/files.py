"""Small real files of every kind, with the traces that programs leave in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

AUTHOR = "Anna Verraeterin"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def png(width: int = 8, height: int = 6) -> bytes:
    """A picture with a comment that names its author."""
    note = PngInfo()
    note.add_text("Author", AUTHOR)
    return _picture("PNG", (width, height), pnginfo=note)


def jpeg() -> bytes:
    """A picture lying on its side, with camera, author and place."""
    exif = Image.Exif()
    exif[0x013B] = AUTHOR
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"
    return _picture("JPEG", (8, 6), exif=exif)


def pdf(*, password: str = "") -> bytes:
    """A document with author, script and an enclosed file."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    document.docinfo["/Author"] = AUTHOR
    with document.open_metadata() as meta:
        meta["dc:creator"] = [AUTHOR]
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    document.attachments["geheim.txt"] = AUTHOR.encode()
    target = BytesIO()
    locked = pikepdf.Encryption(user=password, owner=password) if password else None
    document.save(target, encryption=locked or False)
    return target.getvalue()


def docx(**parts: bytes) -> bytes:
    """A text with an author, a recorded change and a remark."""
    changed = f'<w:ins w:id="1" w:author="{AUTHOR}"><w:r><w:t>neu</w:t></w:r></w:ins>'
    body = f'<w:document xmlns:w="{WORD}"><w:body><w:p>{changed}</w:p></w:body></w:document>'
    return package(
        {
            "[Content_Types].xml": b"<Types/>",
            "docProps/core.xml": f"<cp><dc:creator>{AUTHOR}</dc:creator></cp>".encode(),
            "word/document.xml": body.encode(),
            "word/comments.xml": f'<w:comment w:author="{AUTHOR}" w:initials="AV"/>'.encode(),
            **parts,
        }
    )


def xlsx() -> bytes:
    """A table with a remark by its author."""
    return package(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": b"<workbook/>",
            "xl/comments1.xml": f"<authors><author>{AUTHOR}</author></authors>".encode(),
        }
    )


def odt(kind: str = "text") -> bytes:
    """A text of LibreOffice with its author."""
    return package(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(),
            "meta.xml": f"<meta:initial-creator>{AUTHOR}</meta:initial-creator>".encode(),
            "content.xml": f"<a><dc:creator>{AUTHOR}</dc:creator>Text</a>".encode(),
        }
    )


def package(parts: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as bundle:
        for name, data in parts.items():
            bundle.writestr(name, data)
    return target.getvalue()


def _picture(form: str, size: tuple[int, int], **traces: object) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, "teal").save(target, form, **traces)
    return target.getvalue()
