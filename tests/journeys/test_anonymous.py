"""An idea without a name, with scripts and without: the letter box, and how a seal is opened."""

import pytest

from tests.browser import axe, shoot
from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser
AUTHOR = "Anna Brandes"
REASON = "In der Idee steht ein Vorwurf gegen eine Kollegin, den wir aufklären müssen."
both = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


@both
def test_an_idea_goes_into_the_letter_box_without_a_name(demo_house, sign_in_as, scripts):
    anna = Desk(sign_in_as("anna", scripts=scripts), demo_house)
    title = "Kummerkasten am Ausgang" + " mit Skript" * scripts
    anna.visit("/ideen/neu")
    anna.main.get_by_label("Anonym").check()
    anna.fill(title=title, problem="Niemand wagt es zu sagen.", proposal="Ein Kasten an der Tür.")
    anna.press("Entwurf speichern")
    anna.sees("Anonym als", "Niemand sieht, dass Sie das schreiben.")
    anna.check()
    anna.sees_nothing_of(AUTHOR)
    anna.press("Jetzt einreichen")
    anna.sees("Ihre Idee liegt im Briefkasten", "Anonym als")
    anna.sees_nothing_of(AUTHOR)
    if scripts:
        assert axe(anna.page) == []
        shoot(anna.page, "letter-box")
    clara = Desk(sign_in_as("clara", scripts=scripts), demo_house)
    clara.visit("/steuerung/vorpruefung")
    clara.sees_nothing_of(title)


@both
def test_a_name_is_read_by_two_roles_together_only(demo_house, sign_in_as, scripts):
    doris = Desk(sign_in_as("doris", scripts=scripts), demo_house)
    petra = Desk(sign_in_as("petra", scripts=scripts), demo_house)
    doris.visit("/ideen?suche=Hospitation")
    doris.follow("Teamübergreifende Hospitation")
    doris.follow("Namen anfragen")
    doris.fill(reason=REASON)
    doris.press("Namen anfragen")
    doris.sees("wartet auf Antwort", REASON)
    request = doris.page.url.removeprefix(demo_house.url)
    petra.visit(request)
    petra.sees(REASON)
    if scripts:
        petra.press("Ablehnen")
        doris.page.reload()
        doris.sees("abgelehnt")
        return
    petra.confirm("Zustimmen")
    doris.page.reload()
    doris.confirm("Namen lesen")
    doris.sees("Versiegelter Name:")
    doris.visit(request)
    doris.sees_nothing_of("Versiegelter Name:")
