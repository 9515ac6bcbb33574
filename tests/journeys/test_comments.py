"""Talking about an idea at a browser: mention somebody, reply, change one's words, report."""

import re

import pytest

from tests.browser import axe
from tests.journeys.desk import flat

pytestmark = pytest.mark.browser
OLAF = re.compile(r"@olaf-dierking-\d+ ")


def open_talk(page) -> None:
    """Go to the idea whose comments were reported in the demonstration, as its readers do."""
    page.get_by_role("link", name="Ideen", exact=True).first.click()
    page.get_by_label("Suche").fill("Fahrradleihe")
    page.get_by_role("button", name="Anzeigen").click()
    page.get_by_role("link", name="Fahrradleihe").first.click()
    page.get_by_label("Ihr Kommentar").wait_for()


def mention_by_key(page) -> None:
    """Choose Olaf from the list that the sign opens; the text goes on behind his handle."""
    field = page.get_by_role("combobox", name="Wen möchten Sie erwähnen?")
    page.get_by_label("Ihr Kommentar").press_sequentially("Frag doch @")
    field.wait_for()
    field.press_sequentially("dierk")
    option = page.get_by_role("option", name="Olaf Dierking")
    option.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    assert axe(page) == []
    field.press("Escape")
    assert page.get_by_label("Ihr Kommentar").input_value() == "Frag doch @dierk"
    for _letter in "@dierk":
        page.keyboard.press("Backspace")
    page.keyboard.type("@")
    field.press_sequentially("olaf d")
    option.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type("einmal")


def mention_by_page(page) -> None:
    """Search for Olaf on the page behind the button; the text so far comes along."""
    page.get_by_label("Ihr Kommentar").fill("Frag doch")
    page.get_by_role("button", name="Jemanden erwähnen").click()
    page.get_by_label("Name").fill("dierk")
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("button", name="Olaf Dierking").click()
    written = page.get_by_label("Ihr Kommentar")
    written.fill(written.input_value() + "einmal")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_somebody_is_mentioned_answered_and_reported(sign_in_as, scripts):
    page = sign_in_as("anna", scripts=scripts)
    open_talk(page)
    (mention_by_key if scripts else mention_by_page)(page)
    assert OLAF.search(page.get_by_label("Ihr Kommentar").input_value())
    page.get_by_label("Was ist es?").select_option(label="Ergänzung")
    page.get_by_role("button", name="Kommentieren").click()
    mine = page.locator("article.comment").last
    assert "Frag doch @Olaf Dierking einmal" in flat(mine.inner_text())
    mine.get_by_role("link", name="Bearbeiten").click()
    page.get_by_label("Ihr Kommentar").fill("Doch nicht.")
    if scripts:
        page.keyboard.type(" @")
        page.get_by_role("combobox", name="Wen möchten Sie erwähnen?").press("Escape")
    page.get_by_role("button", name="Speichern").click()
    assert "bearbeitet" in page.locator("article.comment").last.inner_text()

    other = sign_in_as("bernd", scripts=scripts)
    open_talk(other)
    other.locator("article.comment").last.get_by_role("link", name="Antworten").click()
    assert "Antwort an Anna Brandes" in other.locator("main").inner_text()
    other.get_by_label("Ihr Kommentar").fill("Warum nicht?")
    other.get_by_role("button", name="Antwort senden").click()
    assert "Warum nicht?" in other.locator(".comments__replies article").last.inner_text()
    other.locator(".comments__thread > article").last.get_by_role("link", name="Melden").click()
    other.get_by_label("Was stimmt nicht?").select_option(label="doppelt")
    other.get_by_role("button", name="Meldung senden").click()
    assert "Vielen Dank." in other.locator("[role=status]").first.inner_text()
