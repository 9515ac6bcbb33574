"""Bringing an idea anonymously, from the first question to the receipt in the letter box."""

import pytest

from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def scripts(request):
    return request.param


def test_an_idea_goes_into_the_letter_box_and_comes_out_again(demo_house, sign_in_as, scripts):
    desk = Desk(sign_in_as("anna", scripts=scripts), demo_house)
    desk.visit("/ideen/neu")
    desk.sees("Mit Namen oder anonym?")
    desk.follow("Was anonym heißt")
    desk.sees("Worauf Sie sich verlassen können", "Wer es trotzdem herausfinden könnte")
    desk.follow("Idee einbringen")
    title = f"Stille Idee {int(scripts)}"
    desk.fill(naming="anonym", title=title, problem="Es ist zu laut.", proposal="Leiser werden.")
    desk.press("Weiter zum Einreichen")
    desk.sees("Gibt es das schon?")
    desk.press("Weiter zum Einreichen")
    desk.sees("Ihre Idee liegt bis zur Nacht im Briefkasten.")
    desk.press("Jetzt einreichen")
    desk.sees("Ihre Idee liegt im Briefkasten", "Empfangscode", title)
    desk.visit("/ideen?suche=Stille")
    desk.sees_nothing_of(title)
    desk.visit("/ideen/entwuerfe")
    desk.sees("liegt im Briefkasten")
    desk.follow(title)
    desk.page.get_by_text("Zurückholen").first.click()
    desk.press("Zurückholen")
    desk.sees("Anonym als")
