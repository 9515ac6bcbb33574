"""The guard at the desk: what it finds, what one click does, and how a passage goes for good."""

import re

import pytest

from tests.browser import axe
from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser
IBAN = "DE89 3704 0044 0532 0130 00"
PROBLEM = f"Wir haben Frau Kowalski das Geld auf {IBAN} überwiesen."


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_what_the_guard_finds_is_blacked_out_with_one_click(demo_house, sign_in_as, scripts):
    desk = Desk(sign_in_as("anna", scripts=scripts), demo_house, pictures="guard")
    desk.visit("/ideen/neu")
    desk.fill(title="Überweisungen prüfen", problem=PROBLEM, proposal="Vier Augen.")
    desk.press("Entwurf speichern", status=422)
    marks = desk.page.locator("mark").all_inner_texts()
    assert marks == ["Kowalski", IBAN]
    assert desk.page.locator("[name=proposal]").input_value() == "Vier Augen."
    if scripts:
        assert axe(desk.page) == []
    desk.picture("findings")
    desk.press("Ist kein Sozialdatum", status=422)
    assert desk.page.locator("mark").all_inner_texts() == [IBAN]
    desk.press("Schwärzen")
    desk.sees("Ihr Entwurf ist gespeichert.")
    text = desk.page.locator("[name=problem]").input_value()
    assert text == "Wir haben Frau Kowalski das Geld auf [geschwärzt] überwiesen."


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_a_passage_goes_for_good(demo_house, sign_in_as, scripts):
    desk = Desk(sign_in_as("clara", scripts=scripts), demo_house, pictures="guard")
    desk.visit("/ideen")
    desk.page.locator("main a[href^='/ideen/2']").last.click()
    desk.follow("Schwärzen oder verbergen")
    title = desk.page.locator(".places__text").first.inner_text().replace("[geschwärzt]", "")
    word = max(re.findall(r"\w{3,}", title), key=len)
    desk.fill(passages=word, reason="Hier stand etwas, das geschützt ist.")
    desk.press("Zeigen, was verschwindet")
    assert desk.page.locator("mark").first.inner_text().casefold() == word.casefold()
    if scripts:
        assert axe(desk.page) == []
    desk.picture("preview")
    desk.press("Endgültig schwärzen")
    desk.sees("geschwärzt.")
    assert desk.page.locator("mark").count() == 0
