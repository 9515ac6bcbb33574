"""The forms of a promised day that is put off, and of a reason that is corrected."""

from wtforms import HiddenField
from wtforms.fields import Field
from wtforms.validators import ValidationError

from ideas.core.forms import Form, day, text
from ideas.core.i18n import _, _l
from ideas.core.plain_text import visible_length
from ideas.programme.forms import check_gap
from ideas.steering.actions.promises import SHORTEST_REASON

LONGEST = 4_000


class ExtendForm(Form):
    """A later day, and why."""

    was = HiddenField()
    until = day(
        _l("New promised day"),
        hint=_l("After the present one, at most twelve months ahead."),
    )
    reason = text(
        _l("Reason"), longest=LONGEST, hint=_l("At least 20 characters; all readers see it.")
    )

    def validate_reason(self, field: Field) -> None:
        """Ask for more than a word."""
        _need(field)


class CorrectionForm(Form):
    """How a reason should read, and what was wrong with it."""

    wording = text(
        _l("How it should read"),
        hint=_l("The whole reason in its right words. All who read the idea see it."),
    )
    note = text(
        _l("What was wrong?"),
        longest=LONGEST,
        hint=_l("At least 20 characters; all readers see it."),
    )

    def validate_wording(self, field: Field) -> None:
        """Ask for filled gaps."""
        check_gap(field)

    def validate_note(self, field: Field) -> None:
        """Ask for more than a word."""
        _need(field)


def _need(field: Field) -> None:
    if visible_length(field.data or "") < SHORTEST_REASON:
        message = _("Please write at least %(count)s characters.", count=SHORTEST_REASON)
        raise ValidationError(message)
