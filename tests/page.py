"""A browser without scripts: pages are parsed strictly, forms are filled and sent as people do."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient

from ideas.core import i18n

VOID_TYPES = {"submit", "button", "image", "reset", "file"}


def parse(html: str) -> Element:
    """Parse a page; any error in its HTML fails the test."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


@dataclass
class Page:
    browser: "Browser"
    url: str
    status: int
    html: str
    headers: dict

    @property
    def tree(self) -> Element:
        return parse(self.html)

    @property
    def text(self) -> str:
        main = self.tree.find(".//main")
        return text_of(main if main is not None else self.tree)

    @property
    def title(self) -> str:
        return text_of(self.tree.find(".//h1"))

    def links(self) -> dict[str, str]:
        return {text_of(a): a.get("href", "") for a in self.tree.iter("a")}

    def buttons(self) -> list[str]:
        return [text_of(b) for b in self.tree.iter("button")]

    def follow(self, label: str) -> "Page":
        return self.browser.get(self.links()[label])

    def form_with(self, button: str) -> tuple[Element, Element]:
        for form in self.tree.iter("form"):
            for candidate in form.iter("button"):
                if text_of(candidate) == button:
                    return form, candidate
        raise AssertionError(f"no form with the button {button!r}; there are {self.buttons()}")

    def submit(self, button: str, *, follow: bool = True, **fields: object) -> "Page":
        """Fill the form that has this button and press it; None leaves a field out."""
        form, pressed = self.form_with(button)
        data = values_of(form)
        for name, value in fields.items():
            known = {f.get("name") for f in form.iter() if f.get("name")}
            assert name in known, f"the form has no field {name!r}, only {sorted(known)}"
            data.pop(name, None)
            if value is not None:
                data[name] = value
        if pressed.get("name"):
            data[pressed.get("name")] = pressed.get("value", "")
        target = pressed.get("formaction") or form.get("action") or self.url
        return self.browser.post(target, data, follow=follow)


def values_of(form: Element) -> dict[str, object]:
    data: dict[str, object] = {}
    for field in form.iter():
        name, kind = field.get("name"), field.get("type", "text")
        if not name or field.get("disabled") is not None:
            continue
        if field.tag == "textarea":
            data[name] = "".join(field.itertext()).removeprefix("\n")
        elif field.tag == "select":
            chosen = [o for o in field.iter("option") if o.get("selected") is not None]
            options = chosen or list(field.iter("option"))[:1]
            data[name] = options[0].get("value", text_of(options[0])) if options else ""
        elif field.tag == "input" and kind in {"checkbox", "radio"}:
            if field.get("checked") is not None:
                data.setdefault(name, [])
                data[name] = [*data[name], field.get("value", "on")]
        elif field.tag == "input" and kind not in VOID_TYPES:
            data[name] = field.get("value", "")
    return data


class Client(FlaskClient):
    """A client whose requests speak their reader's language and leave the test's own alone."""

    def open(self, *args: object, **kwargs: object):
        with i18n.speaking(i18n.language()):
            return super().open(*args, **kwargs)


class Browser:
    """One person's browser."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, url: str, **kwargs: object) -> Page:
        return self._followed(self.client.get(url, **kwargs))

    def post(self, url: str, data: dict, *, follow: bool = True) -> Page:
        response = self.client.post(url, data=data)
        return self._followed(response) if follow else self._page(response)

    def _followed(self, response) -> Page:
        """Go where the answer leads, each step a request of its own."""
        for _step in range(10):
            if response.status_code not in {301, 302, 303}:
                return self._page(response)
            response = self.client.get(response.location)
        raise AssertionError("the answers lead in circles")

    def _page(self, response) -> Page:
        path = response.request.full_path.rstrip("?")
        html = response.get_data(as_text=True)
        return Page(self, path, response.status_code, html, dict(response.headers))


def normalised(html: str) -> str:
    """Blank what differs between two equal pages: tokens and form keys."""
    html = re.sub(r'(name="csrf_token" value=")[^"]*', r"\1", html)
    return re.sub(r'(name="request_key" value=")[^"]*', r"\1", html)
