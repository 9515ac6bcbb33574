"""Every translation goes through here: sentences, lazy sentences and the reader's locale."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Protocol

import flask_babel
from babel import dates
from flask_babel import force_locale, gettext, lazy_gettext, lazy_pgettext, ngettext, pgettext

from ideas.core import clock

LANGUAGES = {"de": "Deutsch", "en": "English"}


class Lazy(Protocol):
    """A sentence that is translated when it is read."""

    def __str__(self) -> str:
        """Return the sentence in the reader's language."""

    def __mod__(self, values: object) -> str:
        """Return the sentence with its placeholders filled."""


_: Callable[..., str] = gettext
_l: Callable[..., Lazy] = lazy_gettext
_n: Callable[..., str] = ngettext
_p: Callable[..., str] = pgettext
_lp: Callable[..., Lazy] = lazy_pgettext


def language() -> str:
    """Return the code of the language the page is written in."""
    locale = flask_babel.get_locale()
    return locale.language if locale else "de"


@contextmanager
def speaking(language_code: str) -> Iterator[None]:
    """Write what follows in this language, for mails and commands."""
    with force_locale(language_code):
        yield


def day(value: date | datetime | None) -> str:
    """Write a day as the reader's country does: 22.11.2026; an open one is a dash."""
    if value is None:
        return "–"
    if isinstance(value, datetime):
        value = clock.local(value).date()
    if language() == "de":
        return f"{value.day:02}.{value.month:02}.{value.year}"
    return dates.format_date(value, "medium", locale=language())


def moment(value: datetime) -> str:
    """Write a moment in German local time: 22.11.2026, 10:42."""
    here = clock.local(value)
    return f"{day(here)}, {here.hour:02}:{here.minute:02}"


def number(value: float, digits: int = 1) -> str:
    """Write a number with the reader's decimal mark."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if language() == "de" else text
