"""A real Chromium, Debian's, driven by Playwright."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

AXE = next((Path(__file__).parent / "vendor").glob("axe-core-*/axe.min.js"))
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FINDINGS = """async () => (await axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
})).violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(" | ")}`)"""


@pytest.fixture(scope="session")
def chromium():
    """The browser of this worker; Debian's package brings it."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing; deploy/debian-packages.sh installs it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


def axe(page) -> list[str]:
    """What axe finds on the page, under the page's own policy."""
    page.evaluate(AXE.read_text())
    return page.evaluate(FINDINGS)


def shoot(page, name: str) -> None:
    """Keep a picture of the page where IDEAS_PICTURES says, for looking at it."""
    folder = os.environ.get("IDEAS_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
