"""A list of scripts goes into every text field; then no page asks, complains or runs any of it."""

import re
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from itertools import cycle
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.journeys.test_every_page import links_on, pattern
from tests.server import running

pytestmark = pytest.mark.browser
SCRIPTS = Path(__file__).with_name("scripts.txt").read_text().splitlines()
LONGEST_LINE, LONGEST_TEXT = 115, 1_900
# Who has something to write; the last ones see what the first ones wrote.
WRITERS = ("anna", "olaf", "bernd", "doris", "clara", "armin")
READERS = ("bernd", "clara", "doris")
PER_PATTERN, MOST_PAGES = 2, 45
OWN_REFUSAL = re.compile(r"the server responded with a status of 4(03|04|09|22)")
FORMS = """() => [...document.querySelectorAll("main form")].map((form) => [
  form.method, form.getAttribute("action") ?? "",
  [...form.elements].filter((one) => one.matches("textarea, input[type=text]"))
    .map((one) => one.name)])"""
FILL = """([n, line, text, day]) => {
  const form = document.querySelectorAll("main form")[n];
  const groups = new Set();
  for (const one of form.elements) {
    if (one.matches("textarea")) one.value = text;
    else if (one.matches("input[type=text]")) one.value = line;
    else if (one.type === "date") one.value = day;
    else if (one.type === "number" && one.value === "") one.value = "1";
    else if (one.type === "radio" && one.value && !groups.has(one.name)) {
      groups.add(one.name);
      one.checked = true;
    } else if (one.matches("select") && !one.value) one.selectedIndex = one.options.length - 1;
  }
  HTMLFormElement.prototype.requestSubmit.call(form, form.querySelector("button[type=submit]"));
}"""


@pytest.fixture
def own_house(demo_house, tmp_path):
    """A copy of the demonstration, because everything in it will be written to."""
    copy = tmp_path / "copy"
    shutil.copytree(demo_house.data_dir, copy, ignore=shutil.ignore_patterns("ideas.db*"))
    with (
        closing(sqlite3.connect(demo_house.data_dir / "ideas.db")) as source,
        closing(sqlite3.connect(copy / "ideas.db")) as target,
    ):
        source.backup(target)
    with running(copy, demo=False) as house:
        yield house


class Crawler:
    """A persona's window that goes everywhere, and what it complains about."""

    lines = cycle(one for one in SCRIPTS if len(one) <= LONGEST_LINE)
    texts = cycle("\n\n".join(SCRIPTS[n::4])[:LONGEST_TEXT] for n in range(4))

    def __init__(self, page, house) -> None:
        self.page, self.house = page, house
        self.complaints: list[str] = []
        page.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self._note(message.text))
        page.on("request", lambda asked: self._note_request(asked.url))

    def _note(self, text: str) -> None:
        if not OWN_REFUSAL.search(text):
            self.complaints.append(f"{self.page.url}: {text}")

    def _note_request(self, url: str) -> None:
        if not url.startswith((self.house.url, "data:image")):
            self.complaints.append(f"{self.page.url} asked for {url}")

    def go(self, url: str) -> None:
        self.page.goto(url, wait_until="domcontentloaded")

    def walk(self, start: list[str], filled: set | None = None) -> list[str]:
        """Open every kind of page; with `filled` write into each form that is not among them."""
        waiting, seen, ends = list(start), Counter(), []
        while waiting and sum(seen.values()) < MOST_PAGES:
            url = waiting.pop(0)
            if seen[pattern(url)] >= PER_PATTERN:
                continue
            seen[pattern(url)] += 1
            self.go(url)
            waiting += [urljoin(url, link) for link in links_on(self.page, self.house)]
            if filled is not None and seen[pattern(url)] == 1:
                ends += self._write(url, filled)
        return ends

    def _write(self, url: str, filled: set) -> list[str]:
        ends = []
        for n, (method, action, fields) in enumerate(self.page.evaluate(FORMS)):
            key = pattern(urljoin(url, action)), tuple(fields)
            if not fields or key in filled:
                continue
            filled.add(key)
            self.go(url)
            values = [n, next(self.lines), next(self.texts), "2027-01-15"]
            with self.page.expect_navigation(wait_until="domcontentloaded"):
                self.page.evaluate(FILL, values)
            if method == "post":
                ends.append(self.page.url)
        return ends


def tables_with_scripts(path: Path) -> set[str]:
    """The texts of the database into which a script has come."""
    found = set()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as own:
        names = own.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if "_fts" in name:
                continue
            for row in own.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 (names of our tables)
                if "alert(1)" in str(row):
                    found.add(name)
    return found


def test_no_page_runs_what_was_written_into_every_field(own_house, own_sign_in):
    filled: set = set()
    ends: list[str] = []
    complaints: list[str] = []
    for name in WRITERS:
        crawler = Crawler(own_sign_in(name), own_house)
        ends += crawler.walk([own_house.url + "/"], filled)
        complaints += crawler.complaints
    for name in READERS:
        crawler = Crawler(own_sign_in(name), own_house)
        for url in sorted(set(ends)):
            crawler.go(url)
        crawler.walk([own_house.url + "/"])
        complaints += crawler.complaints
    assert not complaints
    assert len(filled) > 20, filled
    assert tables_with_scripts(own_house.data_dir / "ideas.db") >= {
        "idea", "comment", "campaign", "screening", "house_page", "person"
    }  # fmt: skip


@pytest.fixture
def own_sign_in(own_house, sign_in_to):
    """Sign in to the copy."""
    return sign_in_to(own_house)
