"""The one way from Markdown to HTML: rendered on save, stored beside its source."""

from dataclasses import dataclass

import bleach
import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markupsafe import Markup

TAGS = frozenset(
    "p br hr strong em s code pre blockquote ul ol li a h2 h3 h4 h5 h6"
    " table thead tbody tr th td".split()
)
ATTRIBUTES = {"a": ["href"], "ol": ["start"]}
SCHEMES = frozenset({"http", "https", "mailto"})
IN_A_SECTION, ON_A_PAGE = 3, 2
LOWEST = 6


@dataclass(frozen=True)
class RichText:
    """A text as it was written and as it is shown."""

    source: str
    html: str

    @classmethod
    def write(cls, source: str, *, top: int = IN_A_SECTION) -> "RichText":
        """Render Markdown, its highest heading on the level `top`; drop what is not allowed."""
        return cls(source, _clean(_markdown.render(source, {"top": top})))

    @property
    def markup(self) -> Markup:
        """Return the stored HTML for a page; it was cleaned when it was written."""
        return Markup(self.html)  # noqa: S704 (both cleaners have passed it)

    def __bool__(self) -> bool:
        """Say whether anything was written."""
        return bool(self.source)


def _clean(html: str) -> str:
    once = bleach.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, protocols=SCHEMES, strip=True, strip_comments=True
    )
    # bleach is no longer maintained upstream; nh3 stands behind it with the same allow-list.
    return nh3.clean(
        once,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer nofollow",
    )


def _lower_headings(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            level = int(token.tag[1]) + state.env["top"] - 1
            token.tag = f"h{min(level, LOWEST)}"


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": True, "breaks": True})
    parser.enable(["linkify", "table", "strikethrough"]).disable("image")
    if parser.linkify:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    parser.core.ruler.push("lower", _lower_headings)
    return parser


_markdown = _parser()
