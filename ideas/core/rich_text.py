"""The one way from Markdown to HTML: rendered on save, stored beside its source."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import bleach
import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

TAGS = frozenset(
    "p br hr span strong em s code pre blockquote ul ol li a h2 h3 h4 h5 h6"
    " table thead tbody tr th td".split()
)
ATTRIBUTES = {"a": ["href"], "ol": ["start"]}
NAMED = "mention"  # the one class of a span: somebody's name
HANDLE = re.compile(r"(?<![\w@./-])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\w@-])")
SCHEMES = frozenset({"http", "https", "mailto"})
IN_A_SECTION, ON_A_PAGE = 3, 2
LOWEST = 6


@dataclass(frozen=True)
class RichText:
    """A text as it was written and as it is shown."""

    source: str
    html: str

    @classmethod
    def write(
        cls, source: str, *, top: int = IN_A_SECTION, names: Mapping[str, str] | None = None
    ) -> "RichText":
        """Render Markdown, its highest heading on the level `top`; drop what is not allowed.

        Each handle among `names` becomes its name; every other one stays as it was typed.
        """
        return cls(source, _clean(_markdown.render(source, {"top": top, "names": names or {}})))

    @property
    def markup(self) -> Markup:
        """Return the stored HTML for a page; it was cleaned when it was written."""
        return Markup(self.html)  # noqa: S704 (both cleaners have passed it)

    def __bool__(self) -> bool:
        """Say whether anything was written."""
        return bool(self.source)


def handles_in(source: str) -> list[str]:
    """Return the handles that a text mentions, each once; those in code and links are none."""
    if "@" not in source:
        return []
    tokens = _markdown.parse(source, {"top": IN_A_SECTION, "names": {}})
    texts = (child.content for token in tokens for child in _plain(token.children or []))
    return list(dict.fromkeys(handle for text in texts for handle in HANDLE.findall(text)))


def _clean(html: str) -> str:
    once = bleach.clean(
        html, tags=TAGS, attributes=_is_kept, protocols=SCHEMES, strip=True, strip_comments=True
    )
    # bleach is no longer maintained upstream; nh3 stands behind it with the same allow-list.
    return nh3.clean(
        once,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        allowed_classes={"span": {NAMED}},
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer nofollow",
    )


def _is_kept(tag: str, name: str, value: str) -> bool:
    if tag == "span":
        return (name, value) == ("class", NAMED)
    return name in ATTRIBUTES.get(tag, ())


def _lower_headings(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            level = int(token.tag[1]) + state.env["top"] - 1
            token.tag = f"h{min(level, LOWEST)}"


def _name_people(state: StateCore) -> None:
    names = state.env["names"]
    for token in state.tokens if names else ():
        plain = set(map(id, _plain(token.children or [])))
        if token.children:
            token.children = [
                part
                for child in token.children
                for part in (_named(child, names) if id(child) in plain else [child])
            ]


def _plain(children: list[Token]) -> Iterator[Token]:
    """Yield the texts outside of links; code is no text."""
    inside = 0
    for child in children:
        inside += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if child.type == "text" and not inside:
            yield child


def _named(child: Token, names: Mapping[str, str]) -> list[Token]:
    """Return the text in parts, each known handle as a name."""
    parts, end = [], 0
    for found in HANDLE.finditer(child.content):
        if found[1] in names:
            parts.append(Token("text", "", 0, content=child.content[end : found.start()]))
            parts.append(Token("mention_open", "span", 1, attrs={"class": NAMED}))
            parts.append(Token("text", "", 0, content=f"@{names[found[1]]}"))
            parts.append(Token("mention_close", "span", -1))
            end = found.end()
    return [*parts, Token("text", "", 0, content=child.content[end:])]


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": True, "breaks": True})
    parser.enable(["linkify", "table", "strikethrough"]).disable("image")
    if parser.linkify:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    parser.core.ruler.push("lower", _lower_headings)
    parser.core.ruler.push("mention", _name_people)
    return parser


_markdown = _parser()
