"""A promise is put off and a reason corrected in a browser, and a receipt goes to paper."""

import re

import pytest

from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser
# What one of them puts off is no longer overdue for the other.
LATE = {
    False: "Teamübergreifende Hospitation: ein Tag auf der anderen Seite",
    True: "Leichte Sprache für die fünf häufigsten Schreiben",
}
WHY = "Die Teamleitungen beraten darüber erst in der nächsten Woche."
NOTE = "Der Name der Stelle war falsch geschrieben."


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_the_office_sees_to_what_is_overdue(sign_in_as, demo_house, scripts):
    clara, late = Desk(sign_in_as("clara", scripts=scripts), demo_house), LATE[scripts]
    clara.visit("/")
    clara.follow("Um ")
    clara.sees("Überfällig", late, "Rückfrage", "geparktes Vorhaben", "Worauf haben wir gewartet?")
    clara.follow("Verlängern", inside=clara.main.get_by_role("row").filter(has_text=late))
    known = re.search(r"Zugesagt bis (\d\d)\.(\d\d)\.(\d{4})", clara.text)
    assert known
    clara.fill(until=f"{known[3]}-{known[2]}-{known[1]}", reason=WHY)
    clara.press("Neuen Tag zusagen", status=422)
    clara.sees("Bitte wählen Sie einen Tag nach dem bisher zugesagten")
    assert clara.main.locator("[name=reason]").input_value() == WHY
    clara.fill(until=f"{int(known[3]) + 1}-01-04")
    clara.press("Neuen Tag zusagen")
    clara.sees("Die Zusage wurde verlängert.", f"Bisher zugesagt bis {known[1]}.{known[2]}.", WHY)
    clara.follow("Berichtigen", inside=clara.main.locator("li", has_text=WHY))
    clara.fill(wording="Die Teamleitungen beraten darüber Anfang Januar.", note=NOTE)
    clara.press("Berichtigen")
    clara.sees("Die Begründung ist berichtigt.", "berichtigt am", WHY, f"Berichtigt, weil: {NOTE}")


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_an_author_prints_the_receipt(sign_in_as, demo_house, scripts):
    anna = Desk(sign_in_as("anna", scripts=scripts), demo_house)
    anna.visit("/ideen?meine=y")
    anna.main.locator(".entry-list__title a").first.click()
    anna.follow("Eingangsbestätigung")
    anna.follow("Drucken")
    anna.sees("Prüfsumme (SHA-256)", "zählt die zuerst eingegangene")
    assert anna.page.locator("[data-print]").is_visible() is scripts
    assert anna.page.locator("nav").count() == 0
    anna.page.emulate_media(media="print")
    assert not anna.page.get_by_role("link", name="Zurück").is_visible()
