"""Handing in, scoring and ordering with a keyboard alone; the focus is where it helps."""

import pytest

from tests.journeys.desk import flat

pytestmark = pytest.mark.browser
MOST_STOPS = 90
NAME = """(() => { const here = document.activeElement;
  const label = here.labels?.[0]?.innerText ?? here.getAttribute("aria-label") ?? here.innerText;
  return label.trim(); })()"""


def focused(page) -> str:
    """What the element with the focus is called."""
    return flat(page.evaluate(NAME))


def tab_to(page, name: str) -> None:
    """Press Tab until the focus is on the element with these first words."""
    passed = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if focused(page).startswith(name):
            return
        passed.append(focused(page))
    raise AssertionError(f"no way to {name!r}, only past {passed}")


def press(page, key: str = "Enter") -> None:
    """Press the key and wait for the page it leads to."""
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.keyboard.press(key)


def has_focus(page, selector: str) -> bool:
    """Whether the focus is there; a browser moves it a moment after the page has come."""
    for _moment in range(50):
        if page.evaluate(f"document.activeElement.matches('{selector}')"):
            return True
        page.wait_for_timeout(100)
    return False


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def scripts(request):
    return request.param


def test_the_first_stop_leads_past_the_navigation(sign_in_as, scripts):
    page = sign_in_as("anna", scripts=scripts)
    page.keyboard.press("Tab")
    assert focused(page) == "Zum Inhalt springen"
    assert page.locator(".skip-link").bounding_box()["y"] > 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "Idee einbringen"


def test_an_idea_is_handed_in_by_keyboard(sign_in_as, scripts):
    page = sign_in_as("anna", scripts=scripts)
    tab_to(page, "Idee einbringen")
    press(page)
    for label, words in (
        ("Titel", "Bienen auf dem Dach"),
        ("Was ist heute das Problem?", "Oben wächst bisher gar nichts."),
        ("Was schlagen Sie vor?", "Zwei Völker und eine Wiese."),
    ):
        tab_to(page, label)
        page.keyboard.type(words)
    tab_to(page, "Weiter zum Einreichen")
    press(page, "Space")
    if page.locator("h1").inner_text() == "Gibt es das schon?":  # the second of the two has it
        tab_to(page, "Weiter zum Einreichen")
        press(page, "Space")
    tab_to(page, "Ich möchte über den Fortgang informiert werden")
    page.keyboard.press("Space")
    assert not page.get_by_label("Ich möchte über den Fortgang").is_checked()
    tab_to(page, "Jetzt einreichen")
    press(page)
    assert "Eingangsbestätigung für Idee" in page.locator("h1").inner_text()


def test_an_idea_is_scored_by_keyboard_and_a_mistake_is_found(sign_in_as, scripts):
    page = sign_in_as("bernd", scripts=scripts)
    tab_to(page, "Bewerten")
    press(page)
    tab_to(page, "Nächste Idee bewerten")
    press(page)
    title = page.locator("h1").inner_text()
    scales = page.locator("fieldset.rating")
    for n in range(scales.count()):
        while not scales.nth(n).evaluate("(group) => group.contains(document.activeElement)"):
            page.keyboard.press("Tab")
        page.keyboard.press("ArrowUp")
        assert scales.nth(n).locator("input:checked").get_attribute("value") == "5"
    tab_to(page, "Speichern und nächste Idee")
    press(page)
    assert has_focus(page, ".error-summary")
    tab_to(page, "Kommentar zu „Beitrag zum Programmziel“: Bitte begründen Sie")
    page.keyboard.press("Enter")
    for n in range(scales.count()):
        if n:
            tab_to(page, "Kommentar zu")
        assert has_focus(page, "textarea")
        page.keyboard.type("Das hilft uns jeden Tag.")
    tab_to(page, "Speichern und nächste Idee")
    press(page, "Space")
    assert "Ihre Bewertung ist gespeichert." in page.locator('[role="status"]').inner_text()
    assert page.locator("h1").inner_text() != title


def take_up_an_idea(page) -> None:
    """Let a second card come into the first phase, unless it is there already."""
    page.goto(page.url + "vorhaben/aufnehmen")
    waiting = page.get_by_role("link", name="Verantwortliche Person benennen")
    if waiting.count():
        waiting.first.click()
        page.get_by_label("Wer ist verantwortlich?").select_option(index=1)
        page.get_by_role("button", name="Vorhaben beginnen").click()
        page.wait_for_url("**/vorhaben/2*")


def test_a_moved_card_says_where_it_is_and_keeps_the_focus(sign_in_as, scripts):
    page = sign_in_as("doris", scripts=scripts)
    take_up_an_idea(page)
    tab_to(page, "Vorhaben")
    press(page)
    tab_to(page, "↓ Ab")
    title = focused(page).partition(": ")[2]
    press(page)
    assert f"„{title}“ ist jetzt in „" in page.locator('[role="status"]').inner_text()
    assert page.title().startswith("Verschoben: ")
    assert focused(page) == title
