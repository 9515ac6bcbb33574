"""Every page that a persona can reach: sound HTML, nothing for axe to find, no sideways scroll."""

import re
from collections import Counter
from urllib.parse import urljoin, urlsplit

import pytest

from tests.browser import axe, shoot
from tests.page import parse

pytestmark = pytest.mark.browser
SMALLEST = {"width": 320, "height": 640}
USUAL = {"width": 1280, "height": 900}
PER_PATTERN, MOST_PAGES = 2, 60
# One of each role; emine and jan see what bernd sees.
READERS = ("anna", "bernd", "doris", "clara", "olaf", "armin")


def pattern(url: str) -> str:
    """The page behind an address, whatever thing it shows."""
    return re.sub(r"\d+(-\d+)?", "N", urlsplit(url).path)


def links_on(page, house) -> list[str]:
    found = page.eval_on_selector_all("a[href]", "all => all.map((a) => a.href)")
    own = [link.partition("#")[0] for link in found if link.startswith(house.url)]
    return [link for link in own if "/static/" not in link]


def faults_of(page) -> list[str]:
    """What is wrong with the page in front of us, in both themes and on the smallest screen."""
    faults = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        faults += [f"{scheme}: {finding}" for finding in axe(page)]
        shoot(page, f"{scheme}{pattern(page.url).replace('/', '_')}")
    page.set_viewport_size(SMALLEST)
    width = page.evaluate("document.documentElement.scrollWidth")
    shoot(page, f"small{pattern(page.url).replace('/', '_')}")
    page.set_viewport_size(USUAL)
    if width > SMALLEST["width"]:
        faults.append(f"{width} px wide on a screen of {SMALLEST['width']} px")
    return faults


def visit(page, url: str) -> list[str]:
    answer = page.goto(url)
    if answer.status != 200:
        return [f"status {answer.status}"]
    parse(answer.text())
    return []


@pytest.mark.parametrize("name", READERS)
def test_every_page_of_this_persona_is_sound_and_accessible(demo_house, sign_in_as, name):
    page = sign_in_as(name)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    waiting, seen = [demo_house.url + "/"], Counter()
    faults: dict[str, list[str]] = {}
    while waiting and sum(seen.values()) < MOST_PAGES:
        url = waiting.pop(0)
        if seen[pattern(url)] >= PER_PATTERN:
            continue
        seen[pattern(url)] += 1
        wrong = visit(page, url)
        if not wrong and seen[pattern(url)] == 1:
            wrong = faults_of(page)
        if wrong:
            faults[url] = wrong
        waiting += [urljoin(url, link) for link in links_on(page, demo_house)]
    assert not faults
    assert not complaints
    assert len(seen) > 5


@pytest.mark.parametrize(
    "path", ["/anmelden", "/passwort-vergessen", "/barriere-melden", "/seite/hilfe"]
)
def test_a_guest_reads_the_public_pages_without_hindrance(demo_house, guest_page, path):
    assert not visit(guest_page, demo_house.url + path)
    assert not faults_of(guest_page)
