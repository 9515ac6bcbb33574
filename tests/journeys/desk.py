"""Somebody of the house at a browser: goes to pages, fills in forms, reads what stands there."""

import re
import time
from email import message_from_bytes, policy
from email.message import EmailMessage

from playwright.sync_api import Locator, Page

from tests.browser import shoot
from tests.server import House

MAIL_PATIENCE = 30
PATIENCE_MS = 15_000


def flat(text: str) -> str:
    """The text in one line, as it is compared."""
    return " ".join(text.split())


class Desk:
    """One person's window; every step ends with a page that answered as expected."""

    def __init__(self, page: Page, house: House, *, pictures: str = "") -> None:
        self.page, self.house, self.pictures = page, house, pictures
        page.set_default_timeout(PATIENCE_MS)

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    @property
    def text(self) -> str:
        return flat(self.main.inner_text())

    def visit(self, path: str, *, status: int = 200) -> None:
        answer = self.page.goto(self.house.url + path, wait_until="domcontentloaded")
        assert answer.status == status, f"{path}: {answer.status}\n{self.text}"

    def follow(self, link: str, *, inside: Locator | None = None) -> None:
        """Follow the link with these first words."""
        found = (inside or self.main).get_by_role("link", name=re.compile(f"^{re.escape(link)}"))
        self._go(found.first, 200)

    def menu(self, label: str) -> None:
        self.follow(label, inside=self.page.locator("header"))

    def press(self, button: str, *, status: int = 200) -> None:
        """Press the button with exactly these words; hidden words may follow a colon."""
        words = re.compile(rf"^{re.escape(button)}\s*(:|$)")
        self._go(self.main.get_by_role("button", name=words).first, status)

    def confirm(self, button: str) -> None:
        """Press a button that first asks whether it is meant."""
        self.main.locator("summary", has_text=button).click()
        self.press(button)

    def fill(self, **fields: object) -> None:
        """Fill in fields by their names: texts, chosen values, ticks."""
        for name, value in fields.items():
            field = self.main.locator(f'[name="{name}"]')
            kind = field.first.evaluate("(field) => field.type")
            if kind == "radio":
                self.main.locator(f'[name="{name}"][value="{value}"]').check()
            elif kind == "checkbox":
                field.first.set_checked(bool(value))
            elif kind == "select-one":
                field.select_option(label=str(value))
            else:
                field.fill(str(value))

    def tick(self, *labels: str) -> None:
        """Tick the boxes with these labels."""
        for label in labels:
            self.main.get_by_label(label, exact=True).check()

    def sees(self, *texts: str) -> None:
        for text in texts:
            assert flat(text) in self.text, f"{text!r} is missing on {self.page.url}:\n{self.text}"

    def sees_nothing_of(self, *texts: str) -> None:
        for text in texts:
            assert flat(text) not in self.text, f"{text!r} stands on {self.page.url}"

    def picture(self, name: str) -> None:
        """Keep pictures of this page, when wanted: narrow and wide, light and dark."""
        if not self.pictures:
            return
        for width in (390, 1280):
            self.page.set_viewport_size({"width": width, "height": 800})
            for scheme in ("light", "dark"):
                self.page.emulate_media(color_scheme=scheme)
                shoot(self.page, f"{self.pictures}-{name}-{width}-{scheme}")
        self.page.emulate_media(color_scheme="light")

    def check(self) -> None:
        """Go on with the shown draft, past the step that asks whether the idea is there already."""
        self.press("Weiter zum Einreichen")
        if self.page.locator("h1").inner_text() == "Gibt es das schon?":
            self.press("Weiter zum Einreichen")

    def _go(self, target: Locator, status: int) -> None:
        with self.page.expect_navigation(wait_until="domcontentloaded") as going:
            target.click()
        answer = going.value
        assert answer.status == status, f"{self.page.url}: {answer.status}\n{self.text}"


def letter(house: House, to: str, subject: str) -> str:
    """The text of the mail with these words in its subject, as soon as the worker wrote it."""
    deadline = time.monotonic() + MAIL_PATIENCE
    while time.monotonic() < deadline:
        for mail in letters(house, to):
            if subject in mail["Subject"]:
                return flat(mail.get_content())
        time.sleep(0.1)
    raise AssertionError(f"no {subject!r} in {subjects(house, to)}")


def letters(house: House, to: str) -> list[EmailMessage]:
    """All mails that went to this address so far."""
    files = (house.data_dir / "mails").glob("*.eml")
    found = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    return [mail for mail in found if to in mail["To"]]


def subjects(house: House, to: str) -> list[str]:
    return [mail["Subject"] for mail in letters(house, to)]
