"""Plain text in normal form, wherever it comes from."""

import re
import unicodedata

# They turn the order of a line around and would garble what stands beside it.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"})


def clean_line(value: str | None) -> str | None:
    """Return one line of text in normal form, without surplus spaces; unseen text is none."""
    if not value:
        return value
    line = " ".join(TURNING.sub("", unicodedata.normalize("NFC", value)).split())
    return line if visible_length(line) else ""


def clean_text(value: str | None) -> str | None:
    """Return text in normal form with plain line ends; unseen text is none."""
    if not value:
        return value
    text = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return text if visible_length(text) else ""


def visible_length(text: str) -> int:
    """Count the characters that a reader sees, and the single spaces between them."""
    seen = "".join(
        mark if unicodedata.category(mark) not in UNSEEN else " " * mark.isspace() for mark in text
    )
    return len(" ".join(seen.split()))
