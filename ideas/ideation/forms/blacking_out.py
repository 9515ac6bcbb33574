"""Forms for taking data of clients out of an idea."""

from wtforms import (
    Field,
    SelectMultipleField,
    widgets,
)
from wtforms.validators import ValidationError

from ideas.core.forms import Form, text
from ideas.core.i18n import _, _l
from ideas.core.passages import is_long_enough


class BlackOutForm(Form):
    """Which passages are to go, and why."""

    unguarded = frozenset({"passages"})  # names what is to go
    found = SelectMultipleField(
        _l("What the guard has found"),
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )
    passages = text(
        _l("Further passages"),
        required=False,
        longest=2_000,
        hint=_l("Each on a line of its own, as it stands in the text. Gaps and case do not count."),
    )
    reason = text(
        _l("Reason"),
        longest=1_000,
        hint=_l(
            "It stands in the history, and the author gets it by mail. Do not repeat the data."
        ),
    )

    def validate_passages(self, field: Field) -> None:
        """Ask for passages that mean one place."""
        if not (field.data or self.found.data):
            raise ValidationError(_("Please choose or write the passage that is to go."))
        if not all(is_long_enough(line) for line in self.lines):
            raise ValidationError(_("A passage needs at least three letters or digits."))

    @property
    def lines(self) -> list[str]:
        """Return the passages that were written."""
        return [line.strip() for line in (self.passages.data or "").splitlines() if line.strip()]


class WithholdForm(Form):
    """Why an idea is withheld."""

    why = text(
        _l("Why is it withheld?"),
        longest=1_000,
        hint=_l("The author gets it by mail. Do not repeat the data."),
    )
