"""Writing an idea that is there already: with scripts while typing, without them as a step."""

import re

import pytest

from tests.browser import axe

pytestmark = pytest.mark.browser
THERE = "Terminerinnerung per SMS am Tag vorher"
TEXTS = {
    "title": "Kurznachricht vor der Vorsprache",
    "problem": "Viele vergessen, dass sie eingeladen sind.",
    "proposal": "Am Vortag einen Hinweis aufs Handy senden.",
}


def write(page) -> None:
    page.goto(page.url.rstrip("/") + "/ideen/neu")
    for name, words in TEXTS.items():
        page.locator(f"[name={name}]").press_sequentially(words)


def test_without_scripts_a_step_shows_it_and_takes_the_difference(sign_in_as):
    page = sign_in_as("emine", scripts=False)
    write(page)
    page.get_by_role("button", name="Weiter zum Einreichen").click()
    assert page.locator("h1").inner_text() == "Gibt es das schon?"
    assert page.get_by_role("link", name=THERE).is_visible()
    page.get_by_label("Was ist an Ihrer Idee anders?").fill("Auch für Maßnahmen.")
    page.get_by_role("button", name="Weiter zum Einreichen").click()
    assert page.locator("h1").inner_text() == "Prüfen und einreichen"


def test_with_scripts_it_appears_while_typing_and_is_supported_instead(sign_in_as):
    page = sign_in_as("jan")
    write(page)
    page.get_by_role("heading", name="Gibt es das schon?").wait_for()
    assert axe(page) == []
    page.get_by_role("button", name=re.compile(f"Diese unterstützen.*{THERE}")).click()
    page.get_by_label("Endgültig löschen").check()
    page.get_by_role("button", name="Diese Idee unterstützen").click()
    page.get_by_text("Der Entwurf ist gelöscht.").wait_for()
    assert page.locator("h1").inner_text() == THERE
