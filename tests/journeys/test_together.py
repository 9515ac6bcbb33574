"""Two people bring one idea, with scripts and without: found by name, invited, accepted."""

import pytest

from tests.journeys.desk import Desk


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_two_people_bring_one_idea(demo_house, sign_in_as, scripts):
    anna = Desk(sign_in_as("anna", scripts=scripts), demo_house)
    title = "Gemeinsam besser" + " mit Skript" * scripts
    anna.visit("/ideen/neu")
    anna.fill(title=title, problem="Allein zu viel.", proposal="Zu zweit.")
    anna.press("Entwurf speichern")
    anna.follow("Mit anderen einbringen")
    anna.follow("Zum Mitwirken einladen")
    if scripts:
        anna.page.get_by_label("Name oder Team").press_sequentially("kowal")
        anna.page.get_by_label("Bernd Kowalke").wait_for()
    else:
        anna.fill(suche="kowal")
        anna.press("Suchen")
    anna.page.get_by_label("Bernd Kowalke").check()
    anna.press("Einladen")
    anna.sees("Bernd Kowalke ist eingeladen", "eingeladen")

    bernd = Desk(sign_in_as("bernd", scripts=scripts), demo_house)
    bernd.follow(f"Die Einladung zu „{title}“ beantworten")
    bernd.sees_nothing_of("Allein zu viel.")
    bernd.press("Annehmen")
    bernd.check()
    bernd.press("Jetzt einreichen")
    bernd.sees("Anna Brandes, Bernd Kowalke")
