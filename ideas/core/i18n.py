"""Every translation goes through here: sentences, lazy sentences and the reader's language."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from babel import dates
from babel.support import NullTranslations, Translations
from flask_babel.speaklater import LazyString

from ideas.core import clock

LANGUAGES = {"de": "Deutsch", "en": "English"}
KILO, MEGA = 1_000, 1_000_000
CATALOGUES = Path(__file__).parent.parent / "translations"
_spoken: ContextVar[str] = ContextVar("spoken", default="de")


class Lazy(Protocol):
    """A sentence that is translated when it is read."""

    def __str__(self) -> str:
        """Return the sentence in the reader's language."""

    def __mod__(self, values: object) -> str:
        """Return the sentence with its placeholders filled."""


def language() -> str:
    """Return the code of the language the page is written in."""
    return _spoken.get()


def speak(code: str) -> None:
    """Write everything that follows in this request in this language."""
    _spoken.set(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Write what follows in this language, for mails and commands."""
    before = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(before)


@lru_cache
def _catalogue(code: str) -> NullTranslations:
    return Translations.load(str(CATALOGUES), [code])


def _(sentence: str, **values: Any) -> str:
    """Translate a sentence and fill its placeholders."""
    text: str = _catalogue(language()).ugettext(sentence)
    return text % values if values else text


def counted(one: str, many: str, num: int) -> str:
    """Translate a sentence that counts and leave its placeholders, as templates fill them."""
    return str(_catalogue(language()).ungettext(one, many, num))


def _n(one: str, many: str, num: int, **values: Any) -> str:
    """Translate a sentence that counts; `num` is one of its placeholders."""
    return counted(one, many, num) % {"num": num, **values}


def _p(context: str, sentence: str, **values: Any) -> str:
    """Translate a sentence that means different things in different contexts."""
    text = str(_catalogue(language()).upgettext(context, sentence))
    return text % values if values else text


def _l(sentence: str, **values: Any) -> Lazy:
    """Keep a sentence that is translated when it is read."""
    lazy: Lazy = LazyString(_, sentence, **values)
    return lazy


def _lp(context: str, sentence: str, **values: Any) -> Lazy:
    """Keep a sentence of this context that is translated when it is read."""
    lazy: Lazy = LazyString(_p, context, sentence, **values)
    return lazy


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
    """Write a moment in German local time: 22.11.2026, 10:42; one that is blunted is a day."""
    here = clock.local(value)
    if value == clock.beginning_of_day(value):
        return day(here)
    return f"{day(here)}, {here.hour:02}:{here.minute:02}"


def number(value: float, digits: int = 1) -> str:
    """Write a number with the reader's decimal mark."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if language() == "de" else text


def file_size(count: int) -> str:
    """Write a number of bytes as people say it: 340 kB, 1,2 MB."""
    if count < MEGA:
        return f"{max(1, round(count / KILO))} kB"
    return f"{number(count / MEGA)} MB"
