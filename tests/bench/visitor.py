"""A browser that only measures: one connection, its cookies, and the fields of forms."""

import gzip
import re
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode, urljoin

from tests.page import parse, values_of

LINK = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js|svg)(?:\?[^"]*)?)"')
WITHIN = re.compile(r"url\(['\"]?([^'\")]+\.woff2[^'\")]*)")
IDLE = 1.0  # the server closes a connection that is silent for two seconds
FACE = re.compile(r"@font-face\s*{([^}]*)}")
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
ZIPPED = {"Accept-Encoding": "gzip"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    location: str
    is_compressed: bool

    @property
    def text(self) -> str:
        return (gzip.decompress(self.body) if self.is_compressed else self.body).decode()


class Visitor:
    """Somebody with one open connection to the server."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=30)
        self._cookies: dict[str, str] = {}
        self._used = time.monotonic()
        self.csrf = ""
        self.names: set[str] = set()
        self.draft: dict[str, object] = {}

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        return self._ask("GET", path, None, headers or {})

    def post(self, path: str, fields: dict[str, object]) -> Answer:
        body = urlencode({**fields, "csrf_token": self.csrf}, doseq=True)
        return self._ask("POST", path, body, FORM)

    def form(self, path: str, holding: str) -> dict[str, object]:
        """Return the fields of the form on this page that has a field of this name."""
        page = self.get(path)
        for form in parse(page.text).iter("form"):
            self.names = {field.get("name", "") for field in form.iter()}
            if holding in self.names:
                fields = values_of(form)
                self.csrf = str(fields["csrf_token"])
                return fields
        raise LookupError(f"{path} answers {page.status} and has no form with {holding}")

    def sign_in(self, email: str, password: str) -> "Visitor":
        fields = self.form("/anmelden", "password")
        answer = self.post("/anmelden", {**fields, "email": email, "password": password})
        if answer.status not in {302, 303}:
            raise RuntimeError(f"signing in answers {answer.status}")
        self.form("/", "csrf_token")
        return self

    def weigh(self, path: str) -> int:
        """Return the bytes of a first visit: the page, its styles and scripts, needed fonts."""
        page = self.get(path, ZIPPED)
        total = len(page.body)
        for link in set(LINK.findall(page.text)):
            file = self.get(link, ZIPPED)
            total += len(file.body)
            if ".css" in link:
                fonts = {urljoin(link, font) for font in _fonts(file.text, page.text)}
                total += sum(len(self.get(font, ZIPPED).body) for font in fonts)
        return total

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        if time.monotonic() - self._used > IDLE:
            self._connection.close()
        self._connection.request(method, path, body, {"Cookie": cookies, **headers})
        response = self._connection.getresponse()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self._cookies[key] = rest.partition(";")[0]
        self._used = time.monotonic()
        compressed = response.getheader("Content-Encoding") == "gzip"
        location = response.getheader("Location", "")
        return Answer(response.status, response.read(), location, compressed)


def _fonts(style: str, text: str) -> list[str]:
    """Return the fonts of a style sheet that a browser loads to show this text."""
    letters = {ord(letter) for letter in text}
    needed = []
    for face in FACE.findall(style):
        ranges = [(int(low, 16), int(high or low, 16)) for low, high in RANGE.findall(face)]
        if not ranges or any(low <= letter <= high for low, high in ranges for letter in letters):
            needed += WITHIN.findall(face)
    return needed
