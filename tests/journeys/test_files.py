"""Bringing files at a browser: add two, see the third refused, download one, take one away."""

import re

import pytest

from tests.browser import axe, shoot
from tests.build import files
from tests.journeys.desk import flat

pytestmark = pytest.mark.browser
PICTURE = {"name": "Skizze.png", "mimeType": "image/png", "buffer": files.png(640, 480)}
LETTER = {"name": "Brief.docx", "mimeType": "application/octet-stream", "buffer": files.docx()}
MACRO = {
    "name": "Makro.docm",
    "mimeType": "application/octet-stream",
    "buffer": files.docx(**{"word/vbaProject.bin": b"x"}),
}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_files_go_with_a_draft(sign_in_as, scripts):
    page = sign_in_as("anna", scripts=scripts)
    page.get_by_role("link", name="Idee einbringen").first.click()
    page.get_by_label("Titel").fill("Wegweiser im Erdgeschoss")
    page.get_by_role("button", name="Speichern und Dateien beifügen").click()
    page.get_by_label("Dateien auswählen").set_input_files([PICTURE, MACRO, LETTER])
    page.get_by_role("button", name="Dateien hinzufügen").click()
    page.get_by_text("2 Dateien sind hinzugefügt").wait_for()
    assert "Makro.docm: Das Dokument enthält ein Programm" in flat(page.inner_text("main"))
    if scripts:
        assert axe(page) == []
        shoot(page, "files")
    page.get_by_label("Dateien auswählen").set_input_files([MACRO])
    page.get_by_role("button", name="Dateien hinzufügen").click()
    page.get_by_text("Das Dokument enthält ein Programm").last.wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Skizze.png").click()
    assert download.value.suggested_filename == "Skizze.png"
    page.get_by_role("button", name=re.compile("Entfernen.*Brief.docx")).click()
    page.get_by_text("Die Datei ist entfernt").wait_for()
    page.get_by_role("link", name="Weiter zum Einreichen").click()
    page.get_by_role("link", name="Skizze.png").wait_for()
