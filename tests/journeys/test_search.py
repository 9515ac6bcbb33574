"""Finding ideas again: words in a comment, a phrase, a filter; with and without scripts."""

import re
from urllib.parse import urlencode

import pytest

from tests.browser import axe

pytestmark = pytest.mark.browser


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def scripts(request):
    return request.param


def search(page, words: str):
    page.get_by_label("Suche").fill(words)
    page.get_by_role("button", name="Anzeigen").click()


def test_an_idea_is_found_again_by_what_was_said_about_it(sign_in_as, scripts):
    page = sign_in_as("emine", scripts=scripts)
    page.get_by_role("navigation").get_by_role("link", name=re.compile("^Ideen")).click()
    search(page, "termin*")
    first = page.locator(".entry-list > li").first
    assert first.locator("mark").first.inner_text().lower().startswith("termin")
    assert not scripts or axe(page) == []
    title = first.get_by_role("link").inner_text()
    search(page, f'"{title}"')
    assert page.locator(".entry-list > li").count() == 1
    page.get_by_role("button", name="Weitere Filter").click()
    page.get_by_label("Eingereicht bis").fill("2001-01-01")
    page.get_by_role("button", name="Anzeigen").click()
    page.get_by_text("Keine Idee passt dazu").wait_for()
    page.get_by_role("link", name="Dasselbe ohne Filter suchen").click()
    page.get_by_role("link", name=title).click()
    assert page.locator("h1").inner_text() == title


@pytest.mark.parametrize("words", ["ü" * 10_000, "C++ " * 2_500, '"' * 9_999, "😀 -x"])
def test_the_server_answers_any_search(sign_in_as, words):
    page = sign_in_as("emine", scripts=False)
    address = f"{page.url}ideen?{urlencode({'suche': words})}"
    answer = page.request.get(address)
    assert answer.status == 200
    assert (len(words) > 1_000) == ("Das ist viel auf einmal" in answer.text())
