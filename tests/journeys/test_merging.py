"""Two ideas are parted and merged again in a browser, with and without scripts."""

import pytest

from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser
HOME = "Leichte Sprache für die fünf häufigsten Schreiben"
PART = "Kurze Erklärung zu jeder Einladung in einfachen Worten"
WHY = "Beide wollen Schreiben, die alle verstehen."


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_ideas_part_and_are_merged_again(sign_in_as, demo_house, scripts):
    clara = Desk(sign_in_as("clara", scripts=scripts), demo_house)
    clara.visit("/ideen?status=duplicate")
    clara.follow(PART)
    clara.sees("Diese Idee ist mit einer anderen zusammengeführt")
    clara.follow("Zusammenführung aufheben")
    clara.fill(reason="Kurz.")
    clara.press("Zusammenführung aufheben", status=422)
    clara.fill(reason="Wir sehen noch einmal genau hin.")
    clara.press("Zusammenführung aufheben")
    clara.sees("Die Zusammenführung ist aufgehoben.")
    clara.follow("Mit anderer Idee zusammenführen")
    clara.fill(suche="leichte Sprache")
    clara.press("Suche")
    clara.follow(f"Vergleichen mit {HOME}")
    clara.sees("Was aus den beiden Ideen wird", "Jede Antwort und jede Entscheidung")
    clara.fill(reason=WHY)
    clara.press("Ideen zusammenführen")
    clara.sees("Hierher zusammengeführt", PART, WHY, "aus Idee 20")
