"""The form that asks for a sealed name."""

from ideas.core.forms import Form, text
from ideas.core.i18n import _l


class RevealForm(Form):
    """Ask for a sealed name."""

    reason = text(
        _l("Reason"),
        longest=2_000,
        hint=_l("At least 20 characters. Data protection and the author read it."),
    )
