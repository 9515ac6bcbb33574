"""Whatever people type comes back as they typed it, escaped for its place; nothing breaks."""

import unicodedata

import pytest

from tests.page import values_of

STRANGE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' OR 1=1; DROP TABLE idea; --",
    "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}",
    "C++ \"Zitat\" -x a:b o'neil NEAR(",
    '=HYPERLINK("https://x.example")',
    "100 % %s %(num)s %%",
    "Ä ö ü ß ẞ ﬁ ŉ Å Å",
    "مرحبا \u202eabc\u202c עברית",
    "👩‍👩‍👧‍👦 🏳️‍🌈 ☃ ½",
    "null undefined NaN -1 1e309",
    "../../etc/passwd C:\\x\\y",
    "\ufeffBOM \u200bleer \u00a0fest \u2028Zeile",
    "a\tb" + "c" * 110,
]  # fmt: skip


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_text_comes_back_as_it_was_typed(browse, anna, text):
    browser = browse(anna)
    page = browser.get("/ideen/neu").submit("Entwurf speichern", title=text, problem=text)
    assert page.status == 200, page.text
    form, _button = page.form_with("Entwurf speichern")
    kept = values_of(form)
    line = text.replace("\u202e", "").replace("\u202c", "")  # they would turn what stands beside
    assert kept["title"] == " ".join(unicodedata.normalize("NFC", line).split())
    assert kept["problem"] == unicodedata.normalize("NFC", text).strip()
    assert "<script>alert" not in page.html
    assert "<img src=x" not in page.html


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_search_finds_something_or_nothing(browse, anna, text):
    assert browse(anna).get("/ideen", query_string={"suche": text * 20}).status == 200
