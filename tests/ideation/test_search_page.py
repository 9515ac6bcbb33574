"""The page that searches: marks, filters together, pages, an empty result that helps."""

import pytest

from ideas.core import clock
from ideas.ideation.queries.lists import FOUND_PAGE
from tests.build import talk
from tests.build.ideation import published_idea
from tests.page import text_of

ODD = (
    "C++",
    '"',
    '"offen',
    "-x",
    "a:b NEAR(",
    "*",
    "%_%",
    "🙈",
    "\u202e",
    "x" * 10_000,
    "ja " * 3_400,
)


def search(browser, **wanted):
    return browser.get("/ideen", query_string=wanted)


def test_what_was_found_is_marked_where_it_stands(browse, anna, bernd):
    number = published_idea(by=anna)
    talk.said(number, "Auch <b>per</b> Rohrpost?", by=bernd)
    page = search(browse(bernd), suche="brief rohrpost")
    marks = [text_of(mark) for mark in page.tree.iter("mark")]
    assert marks == ["Brief", "Briefe", "Rohrpost"]
    assert "Kommentar: Auch <b>per</b> Rohrpost?" in page.text
    assert list(search(browse(bernd)).tree.iter("mark")) == []


def test_all_filters_hold_together_and_stay_in_the_form(browse, anna, bernd):
    number, browser = published_idea(by=anna), browse(bernd)
    day = clock.today().isoformat()
    everything = {"suche": "brief", "status": "screening", "kampagne": "1", "von": day, "bis": day,
                  "team": "1", "sortierung": "bewegt"}  # fmt: skip
    page = search(browser, **everything)
    assert number in page.text
    assert page.tree.find(".//input[@name='von']").get("value") == day
    for narrower in ({"meine": "y"}, {"bis": "2020-01-01"}, {"team": "2"}, {"suche": "xyz"}):
        page = search(browser, **(everything | narrower))
        assert number not in page.text
        assert "Keine Idee passt dazu" in page.text
    assert number in page.follow("Dasselbe ohne Filter suchen").text or "xyz" in page.url


def test_the_rarer_filters_come_when_they_are_asked_for(browse, anna):
    published_idea(by=anna)
    page = search(browse(anna), suche="brief")
    assert page.tree.find(".//select[@name='team']") is None
    _form, button = page.form_with("Weitere Filter")
    page = search(browse(anna), suche="brief", **{button.get("name"): button.get("value")})
    assert page.tree.find(".//input[@name='suche']").get("value") == "brief"
    assert page.tree.find(".//select[@name='team']") is not None
    assert "Weitere Filter" not in page.buttons()


def test_a_day_that_is_none_is_told_at_its_field(browse, anna):
    number = published_idea(by=anna)
    page = search(browse(anna), von="gestern", bis="31.12.2026")
    assert page.status == 200
    assert "Bitte geben Sie einen Tag wie 24.12.2026 an." in page.text
    assert number in page.text
    page = search(browse(anna), von="2026-05-02", bis="2026-05-01")
    assert "Dieser Tag liegt vor dem ersten." in page.text


def test_the_next_page_keeps_the_search(browse, anna):
    for _n in range(FOUND_PAGE + 1):
        published_idea(by=anna)
    page = search(browse(anna), suche="brief", von="2020-01-01")
    assert len(list(page.tree.iter("mark"))) >= FOUND_PAGE
    page = page.follow("Nächste Seite")
    assert "suche=brief" in page.url
    assert "von=2020-01-01" in page.url
    assert len(page.tree.findall(".//ul[@class='entry-list']/li")) == 1


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
def test_no_input_is_too_odd(browse, anna, words):
    published_idea(by=anna)
    page = search(browse(anna), suche=words)
    assert page.status == 200
    assert ("den ersten 12 Wörtern" in page.text) == (len(words) > 1_000)


def test_a_search_asks_the_database_equally_often_whatever_it_finds(browse, anna, statements):
    browser, counts = browse(anna), set()
    browser.get("/ideen")
    for wanted in (1, 4, 12):
        while (
            len(search(browser, suche="brief").tree.findall(".//ul[@class='entry-list']/li"))
            < wanted
        ):
            talk.said(published_idea(by=anna), "Noch ein Kasten.", by=anna)
        statements.clear()
        search(browser, suche="brief kasten")
        counts.add(len(statements))
    assert len(counts) == 1
    assert counts.pop() <= 12
