"""A draft that saves itself as it is typed, and the questions of the campaign it is for."""

import pytest

from tests.journeys.desk import flat

pytestmark = pytest.mark.browser
SAVED_WITHIN_MS = 9_000


def test_a_new_idea_saves_itself_and_is_found_again(sign_in_as):
    page = sign_in_as("anna")
    page.goto(page.url + "ideen/neu")
    page.get_by_label("Was ist heute das Problem?").fill("Der Gang ist dunkel.")
    line = page.locator("[data-autosave]")
    line.filter(has_text="Gespeichert um").wait_for(timeout=SAVED_WITHIN_MS)
    page.wait_for_url("**/ideen/entwurf/*")
    page.get_by_label("Titel").fill("Licht im Gang")
    with page.expect_response("**/zwischenspeichern") as saving:
        pass
    assert saving.value.status == 200
    page.reload()
    assert page.get_by_label("Titel").input_value() == "Licht im Gang"
    page.context.clear_cookies()
    with page.expect_response("**/zwischenspeichern"):
        page.get_by_label("Für wen?").fill("Für alle, die hier gehen.")
    line.filter(has_text="Sie sind abgemeldet.").wait_for(timeout=SAVED_WITHIN_MS)
    assert page.get_by_label("Für wen?").input_value() == "Für alle, die hier gehen."
    again = sign_in_as("anna")
    again.goto(page.url)
    assert again.get_by_label("Für wen?").input_value() == "Für alle, die hier gehen."


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_the_coordination_asks_and_sees_its_calendar(sign_in_as, scripts):
    page = sign_in_as("clara", scripts=scripts)
    page.goto(page.url + "kampagnen")
    page.get_by_role("link", name="Der erste Eindruck").click()
    main = page.locator("main")
    assert "Gemeinsam weiterdenken" in flat(main.inner_text())
    page.get_by_role("link", name="Eigene Fragen").click()
    page.get_by_role("link", name="Frage hinzufügen").click()
    question = f"Was kostet es? {scripts}"
    page.get_by_label("Frage", exact=True).fill(question)
    page.get_by_label("Wie wird geantwortet?").select_option(label="Zahl")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("link", name=question).wait_for()
    page.get_by_role("button", name="Früher", exact=False).last.click()
    assert "Die Frage ist verschoben." in flat(main.inner_text())
