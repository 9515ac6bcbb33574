"""Forms for the files of an idea."""

from flask_wtf.file import MultipleFileField
from wtforms import (
    Field,
)
from wtforms.validators import ValidationError

from ideas.core.forms import Form, text
from ideas.core.i18n import _, _l
from ideas.core.plain_text import visible_length
from ideas.ideation.actions.attaching import SHORTEST_REASON


class FilesForm(Form):
    """Files for an idea."""

    files = MultipleFileField(_l("Choose files"))

    def validate_files(self, field: MultipleFileField) -> None:
        """Ask for one file at least."""
        field.data = [file for file in field.data or () if file and file.filename]
        if not field.data:
            raise ValidationError(_("Please choose a file."))


class RemovalForm(Form):
    """Why a file is taken away from somebody else's idea."""

    reason = text(
        _l("Reason for the author"),
        hint=_l("At least 20 characters; the author and all who read the idea see it."),
    )

    def validate_reason(self, field: Field) -> None:
        """Ask for more than a word."""
        if visible_length(field.data or "") < SHORTEST_REASON:
            raise ValidationError(
                _("Please write at least %(count)s characters.", count=SHORTEST_REASON)
            )
