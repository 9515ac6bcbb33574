"""Forms: clean text in, an error summary out, and a token that makes sending twice harmless."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from uuid import uuid4

from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    HiddenField,
    IntegerField,
    PasswordField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.fields.core import UnboundField
from wtforms.i18n import get_translations
from wtforms.validators import DataRequired, Length, NumberRange, Optional

from ideas.core import guarding
from ideas.core.i18n import Lazy, _l, language
from ideas.core.plain_text import clean_line, clean_text

MAX_TEXT = 20_000
MAX_LINE = 200
MAX_DIGITS = 9


def new_request_key() -> str:
    """Return a fresh form token."""
    return uuid4().hex


def choices(pairs: Iterable[tuple[str, object]]) -> list[SelectChoice]:
    """Return the choices of a field from (value, label) pairs."""
    return [SelectChoice(value=value, label=str(label)) for value, label in pairs]


@lru_cache
def _sentences(locale: str) -> object:
    """Return what WTForms itself says, read once; Flask-WTF reads the file for every request."""
    return get_translations([locale])


class Form(FlaskForm):
    """A form with a token against sending twice; its texts are searched for data of clients.

    `unguarded` names fields that may hold such data, or is `guarding.ALL`. A form that saves by
    itself sets `warns` to False: what is only probable then passes, what is certain never does.
    """

    class Meta(FlaskForm.Meta):
        """How the library treats the form."""

        def get_translations(self, _form: object) -> object:
            """Return the library's own sentences in the reader's language."""
            return _sentences(language())

    request_key = HiddenField(default=new_request_key)
    unguarded: frozenset[str] = frozenset()
    warns = True

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Check every field, after what was chosen was blacked out."""
        findings = guarding.search(self)
        valid = bool(super().validate(extra_validators))
        return guarding.complain(findings) and valid

    @property
    def has_findings(self) -> bool:
        """Say whether data of clients was found."""
        return any(field.guard.doubts for field in self if getattr(field, "guard", None))


class EditingForm(Form):
    """A form that changes something: it carries the version its reader saw."""

    seen = HiddenField()

    @property
    def seen_version(self) -> int:
        """Return the version the form was opened with; 0 when it says none."""
        text = str(self.seen.data or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS else 0


def label_of(name: str) -> str | None:
    """Return what the pages call the text field of this name; None if it holds no text."""
    pending: list[type[Form]] = [Form]
    while pending:
        form = pending.pop()
        pending += form.__subclasses__()
        field = getattr(form, name, None)
        if isinstance(field, UnboundField) and field.args:
            return str(field.args[0]) if issubclass(field.field_class, StringField) else None
    return name


def line(
    label: Lazy,
    *,
    required: bool = True,
    longest: int = MAX_LINE,
    hint: object = "",
    autocomplete: str | None = None,
) -> StringField:
    """Return a field for one line of text; `autocomplete` says what the browser may fill in."""
    checks = [_needed(required), Length(max=longest)]
    return StringField(
        label, checks, [clean_line], description=hint, render_kw=_filled_by(autocomplete)
    )


def text(
    label: Lazy, *, required: bool = True, longest: int = MAX_TEXT, hint: object = ""
) -> TextAreaField:
    """Return a field for a longer text."""
    return TextAreaField(
        label, [_needed(required), Length(max=longest)], [clean_text], description=hint
    )


def day(label: Lazy, *, required: bool = True, hint: object = "") -> DateField:
    """Return a field for a day, as a browser or a German writes it."""
    return DateField(label, [_needed(required)], ["%Y-%m-%d", "%d.%m.%Y"], description=hint)


def whole_number(label: Lazy, low: int, high: int, *, hint: object = "") -> IntegerField:
    """Return a field for a whole number in a range."""
    return IntegerField(label, [NumberRange(low, high)], description=hint)


def select_one(label: Lazy, *, required: bool = True, hint: object = "") -> SelectField:
    """Return a field for one of several choices, which the form sets when it is made."""
    return SelectField(label, [_needed(required)], description=hint)


def password(
    label: Lazy, *, hint: object = "", autocomplete: str = "new-password"
) -> PasswordField:
    """Return a field for a password, which is never cleaned."""
    checks = [DataRequired(), Length(max=1000)]
    return PasswordField(label, checks, description=hint, render_kw=_filled_by(autocomplete))


def _filled_by(autocomplete: str | None) -> dict[str, str] | None:
    return {"autocomplete": autocomplete} if autocomplete else None


def _needed(required: bool) -> DataRequired | Optional:  # noqa: FBT001 (a private switch)
    return DataRequired(_l("Please fill in this field.")) if required else Optional()
