"""Plain text in normal form, wherever it comes from."""

import unicodedata


def clean_line(value: str | None) -> str | None:
    """Return one line of text in normal form, without surplus spaces."""
    return " ".join(unicodedata.normalize("NFC", value).split()) if value else value


def clean_text(value: str | None) -> str | None:
    """Return text in normal form with plain line ends."""
    if not value:
        return value
    return unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n").strip()
