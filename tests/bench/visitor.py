"""A browser that only measures: one connection, its cookies, and the fields of forms."""

import re
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection
from urllib.parse import urlencode

from tests.page import parse, values_of

HIDDEN = re.compile(r'name="csrf_token"[^>]*value="([^"]*)"')
LINK = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js)[^"]*)"')
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    location: str

    @property
    def text(self) -> str:
        return self.body.decode()


class Visitor:
    """Somebody with one open connection to the server."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=30)
        self._cookies: dict[str, str] = {}
        self.csrf = ""

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        return self._ask("GET", path, None, headers or {})

    def post(self, path: str, fields: dict[str, object]) -> Answer:
        body = urlencode({**fields, "csrf_token": self.csrf}, doseq=True)
        return self._ask("POST", path, body, FORM)

    def form(self, path: str, holding: str) -> dict[str, object]:
        """Return the fields of the form on this page that has a field of this name."""
        page = self.get(path)
        for form in parse(page.text).iter("form"):
            fields = values_of(form)
            if holding in fields or any(f.get("name") == holding for f in form.iter()):
                self.csrf = str(fields["csrf_token"])
                return fields
        raise LookupError(f"{path} answers {page.status} and has no form with {holding}")

    def sign_in(self, email: str, password: str) -> "Visitor":
        fields = self.form("/anmelden", "password")
        answer = self.post("/anmelden", {**fields, "email": email, "password": password})
        if answer.status not in {302, 303}:
            raise RuntimeError(f"signing in answers {answer.status}")
        page = self.get("/profil")
        self.csrf = unescape(HIDDEN.search(page.text)[1])
        return self

    def close(self) -> None:
        self._connection.close()

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        self._connection.request(method, path, body, {"Cookie": cookies, **headers})
        response = self._connection.getresponse()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self._cookies[key] = rest.partition(";")[0]
        return Answer(response.status, response.read(), response.getheader("Location", ""))
