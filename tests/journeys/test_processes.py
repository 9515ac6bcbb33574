"""An idea goes to another office with a building block, with and without scripts."""

from datetime import timedelta

import pytest

from ideas.core import clock
from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser
BLOCK = "Zentrales IT-Verfahren"
CHANGE = "Das Verfahren müsste ein Feld für den zweiten Wohnsitz bekommen."
IN_A_MONTH = (clock.today() + timedelta(days=30)).isoformat()
IDEAS = {False: 0, True: 1}  # each way takes an idea of its own


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_a_building_block_is_inserted_filled_and_sent(demo_house, sign_in_as, scripts):
    clara = Desk(sign_in_as("clara", scripts=scripts), demo_house)
    clara.visit("/steuerung/vorpruefung?stand=vorpruefung")
    links = clara.main.locator("tbody th a")
    title = links.nth(IDEAS[scripts]).inner_text()
    clara.follow(title)
    clara.follow("Weiterleiten")
    clara.fill(addressee="Bundesagentur für Arbeit", office="Zentrale Nürnberg")
    clara.page.locator('[name="ask_again_on"]').fill(IN_A_MONTH)
    clara.main.locator("details.blocks summary").click()
    insert(clara, scripts=scripts)
    reason = clara.main.locator('[name="reason"]')
    assert "[Name des Verfahrens]" in reason.input_value()
    assert clara.main.locator('[name="office"]').input_value() == "Zentrale Nürnberg"
    clara.fill(change=CHANGE)
    clara.press("Idee weiterleiten", status=422)
    clara.sees("Bitte füllen Sie die Lücke „[Name des Verfahrens]“")
    text = reason.input_value().replace("[Name des Verfahrens]", "das Fachverfahren")
    clara.fill(reason=text.replace("[Stelle]", "die Zentrale"))
    clara.press("Idee weiterleiten")
    clara.sees("Die Idee ist weitergeleitet", "Über das Fachverfahren", CHANGE)
    clara.visit("/steuerung/weitergeleitet")
    clara.sees(title, "Zentrale Nürnberg")


def insert(desk: Desk, *, scripts: bool) -> None:
    """Press the button of the building block; with scripts the page stays."""
    if not scripts:
        button = desk.main.locator(".blocks__one", has_text=BLOCK).get_by_role("button")
        with desk.page.expect_navigation(wait_until="domcontentloaded"):
            button.click()
        return
    before = desk.page.url
    desk.main.locator(".blocks__one", has_text=BLOCK).get_by_role("button").click()
    assert desk.page.url == before
    marked = "(({value, selectionStart: from, selectionEnd: to}) => value.slice(from, to))"
    assert desk.page.evaluate(f"{marked}(document.activeElement)") == "[Name des Verfahrens]"
