"""A list of scripts goes into every text field; then no page asks, complains or runs any of it."""

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest
from sqlalchemy import Engine, String, TableClause, column, literal, table, text, update

from ideas.core.database import make_engine
from ideas.core.rich_text import RichText
from tests.journeys.test_every_page import pattern
from tests.page import parse
from tests.rows import columns_with
from tests.server import running

pytestmark = pytest.mark.browser
SCRIPTS = Path(__file__).with_name("scripts.txt").read_text().splitlines()
LONGEST_LINE, LONGEST_TEXT = 115, 1_900
# Who has something to write; the last ones see what the first ones wrote.
WRITERS = ("anna", "olaf", "bernd", "doris", "clara", "armin")
READERS = ("clara", "doris")
MOST_PAGES = 48
# Of most kinds of page one is opened; of those that show most texts some more.
OPENED = {"/ideen/N": 8, "/vorhaben/N": 3}
# What people have written, by table: plain texts, and those with their rendering beside them.
PLAIN = {
    "barrier_report": "page problem contact",
    "campaign": "name question goal measure promise sponsor",
    "checklist_item": "text",
    "criterion": "name explanation",
    "decision": "reason_internal letter",
    "gate_decision": "reason",
    "idea": "title",
    "person": "given_name family_name",
    "phase": "name purpose gate decides",
    "project": "next_step",
    "reason": "public internal",
    "round": "name",
    "score": "note",
    "status_report": "need next_step",
    "tick": "evidence",
    "topic": "name",
    "unit": "name",
}
RICH = {
    "campaign": "description",
    "comment": "text",
    "house_page": "content",
    "idea": "problem audience proposal benefit",
    "status_report": "text",
}
OWN_REFUSAL = re.compile(r"the server responded with a status of 4(03|04|05|09|22)")
FIND = """(name) => document.querySelector(`main form [name="${name}"]`) !== null"""
FILL = """([name, line, text, day]) => {
  const form = document.querySelector(`main form [name="${name}"]`).form;
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
    engine = make_engine(f"sqlite:///{demo_house.data_dir}/ideas.db")
    with closing(engine.raw_connection()) as source:
        source.cursor().execute("VACUUM INTO ?", (str(copy / "ideas.db"),))
    engine.dispose()
    fill(make_engine(f"sqlite:///{copy}/ideas.db"))
    with running(copy, demo=False) as house:
        yield house


def fill(engine: Engine) -> None:
    """Put a script into every text that is stored, each row another one."""
    short = [one for one in SCRIPTS if len(one) <= LONGEST_LINE]
    with engine.begin() as own:
        for n, script in enumerate(short):
            every = text(f"rowid % {len(short)} = {n}")
            for name, plain in PLAIN.items():
                # The row's number behind it, because some names are there only once.
                values = dict.fromkeys(plain.split(), literal(script).concat(text("rowid")))
                own.execute(update(_table(name, values)).where(every).values(values))
            for name, rich in RICH.items():
                values = {}
                for k, field in enumerate(rich.split()):
                    written = RichText.write(SCRIPTS[(n + k) % len(SCRIPTS)])
                    values |= {f"{field}_source": written.source, f"{field}_html": written.html}
                own.execute(update(_table(name, values)).where(every).values(values))
    engine.dispose()


def _table(name: str, columns: Iterable[str]) -> TableClause:
    return table(name, *(column(one, String) for one in columns))


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

    def everywhere(self) -> dict[str, Element]:
        """One page of every kind by its address; asked for without being drawn."""
        waiting, seen, pages = [self.house.url + "/"], Counter(), {}
        while waiting and len(pages) < MOST_PAGES:
            url = waiting.pop(0)
            kind = pattern(url)
            if url not in pages and seen[kind] < OPENED.get(kind, 1):
                seen[kind] += 1
                pages[url] = parse(self.page.request.get(url).text())
                links = (urljoin(url, a.get("href", "")) for a in pages[url].iter("a"))
                own = (link.partition("#")[0] for link in links)
                waiting += [link for link in own if link.startswith(self.house.url)]
        return pages

    def write(self, filled: set) -> list[str]:
        """Write into each form that is not among the filled ones; return where that led."""
        ends = []
        for url, page in self.everywhere().items():
            for form in page.find(".//main").iter("form"):
                key = pattern(urljoin(url, form.get("action", ""))), *texts_in(form)
                if len(key) == 1 or key in filled:
                    continue
                self.go(url)
                if not self.page.evaluate(FIND, key[1]):
                    continue  # what was written before has moved things on
                filled.add(key)
                values = [key[1], next(self.lines), next(self.texts), "2027-01-15"]
                with self.page.expect_navigation(wait_until="domcontentloaded"):
                    self.page.evaluate(FILL, values)
                ends.append(self.page.url)
        return ends


def texts_in(form: Element) -> list[str]:
    """The names of the fields into which people write."""
    lines = (field for field in form.iter("input") if field.get("type", "text") == "text")
    return [field.get("name") for field in (*lines, *form.iter("textarea"))]


def test_no_page_runs_what_was_written_into_every_field(own_house, own_sign_in):
    filled: set = set()
    ends: list[str] = []
    complaints: list[str] = []
    for name in WRITERS:
        crawler = Crawler(own_sign_in(name), own_house)
        ends += crawler.write(filled)
        complaints += crawler.complaints
    for name in READERS:
        crawler = Crawler(own_sign_in(name), own_house)
        for url in sorted({*ends, *crawler.everywhere()}):
            crawler.go(url)
        complaints += crawler.complaints
    assert not complaints
    assert len(filled) > 20, sorted(filled)
    engine = make_engine(f"sqlite:///{own_house.data_dir}/ideas.db")
    written = {name.partition(".")[0] for name in columns_with(engine, re.compile("alert"))}
    engine.dispose()
    assert written >= {"idea", "comment", "campaign", "reason", "house_page"}, written


@pytest.fixture
def own_sign_in(own_house, sign_in_to):
    """Sign in to the copy."""
    return sign_in_to(own_house)
