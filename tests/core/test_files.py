"""A file's content decides what it is, and nothing in it tells who made it."""

from io import BytesIO
from zipfile import ZipFile
from zlib import crc32

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ideas.core.errors import Invalid
from ideas.core.files import LARGEST, Kind, clean_name, kind_of, neutralise
from tests.build import files

GOOD = {
    Kind.PDF: files.pdf(),
    Kind.PNG: files.png(),
    Kind.JPEG: files.jpeg(),
    Kind.DOCX: files.docx(),
    Kind.XLSX: files.xlsx(),
    Kind.ODT: files.odt(),
    Kind.ODS: files.odt("spreadsheet"),
    Kind.TXT: "Ämter und Straßen".encode(),
}
HEAD = b"IHDR" + (50_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
HUGE = b"\x89PNG\r\n\x1a\n\0\0\0\r" + HEAD + crc32(HEAD).to_bytes(4, "big")
HUGE += b"\0\0\0\0IDAT" + crc32(b"IDAT").to_bytes(4, "big")
BAD = {
    "empty": (b"", "empty"),
    "too large": (b"a" * (LARGEST + 1), "10 MB"),
    "a web page is only text": (b"\x7fELF\x02\x01", "not taken"),
    "a picture that draws itself": (b"GIF89a\x00\x01", "not taken"),
    "a program": (b"MZ\x90\x00\x03", "not taken"),
    "a package of nothing known": (files.package({"a.exe": b"MZ"}), "not taken"),
    "a broken package": (b"PK\x03\x04broken", "damaged"),
    "a broken picture": (files.png()[:40], "damaged"),
    "a flood of pixels": (HUGE, "pixels"),
    "a broken document": (b"%PDF-1.7\nnothing", "damaged"),
    "a locked document": (files.pdf(password="geheim"), "password"),
    "a document with a macro": (files.docx(**{"word/vbaProject.bin": b"x"}), "macro"),
    "a bomb": (files.docx(**{"word/media/a.bmp": b"\0" * 160_000_000}), "unpacked"),
}  # fmt: skip


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_known_by_its_content_and_stays_what_it_is(kind):
    neutral = neutralise(GOOD[kind])
    assert neutral.kind == kind_of(GOOD[kind]) == kind
    assert neutralise(neutral.content).kind == kind


@pytest.mark.parametrize("kind", Kind)
def test_nothing_tells_who_made_a_file(kind):
    content = neutralise(GOOD[kind]).content
    unpacked = [content]
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as package:
            unpacked = [package.read(name) for name in package.namelist()]
    for part in unpacked:
        assert b"Verraeterin" not in part
        assert "Verraeterin".encode("utf-16-be") not in part


def test_a_picture_stands_upright_and_its_pixels_stay():
    with Image.open(BytesIO(neutralise(files.jpeg()).content)) as picture:
        assert picture.size == (6, 8)
        assert not picture.getexif()
    with Image.open(BytesIO(neutralise(files.png()).content)) as picture:
        assert picture.convert("RGB").getpixel((0, 0)) == (0, 128, 128)
        assert picture.info == {}


def test_a_document_keeps_its_pages_and_loses_scripts_and_enclosed_files():
    with pikepdf.open(BytesIO(neutralise(files.pdf()).content)) as document:
        assert len(document.pages) == 1
        assert len(document.attachments) == 0
        assert "/OpenAction" not in document.Root
        assert "/Metadata" not in document.Root


def test_the_text_of_an_office_document_stays():
    with ZipFile(BytesIO(neutralise(files.docx()).content)) as package:
        assert b"<w:t>neu</w:t>" in package.read("word/document.xml")


def test_old_texts_become_readable_everywhere():
    assert neutralise("Ämter".encode("cp1252")).content == "Ämter".encode()
    assert neutralise(b"\xef\xbb\xbfAnfang").content == b"Anfang"


@pytest.mark.parametrize("name", BAD)
def test_what_the_house_does_not_take_is_refused_with_a_reason(name):
    content, why = BAD[name]
    with pytest.raises(Invalid, match=why):
        neutralise(content)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@given(st.sampled_from(sorted(GOOD)), st.binary(max_size=40), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_damage_never_breaks_the_house(kind, noise, place):
    content = GOOD[kind]
    spoiled = content[:place] + noise + content[place + len(noise) :]
    try:
        outcome: object = neutralise(spoiled).content
    except Invalid as refusal:
        outcome = refusal.message
    assert outcome


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Briefe\\Brief.PDF", "Brief.pdf"),
        ("bild.jpg.exe", "bild.jpg.pdf"),
        ("Straße\u202egpj.pdf", "Straßegpj.pdf"),
        ('a"b\r\nX: y.pdf', "a_b X_ y.pdf"),
        ("", "File.pdf"),
        (None, "File.pdf"),
        (".pdf", "File.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_a_plain_name_with_the_real_ending(given, kept):
    assert clean_name(given, Kind.PDF) == kept
