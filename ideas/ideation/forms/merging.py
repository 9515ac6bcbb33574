"""Forms for merging ideas and objecting to it."""

from ideas.core.forms import Form, text
from ideas.core.i18n import _l


class MergeForm(Form):
    """Say why two ideas are merged, or why they part again."""

    reason = text(
        _l("Reason"),
        longest=2_000,
        hint=_l("The authors of both ideas are told it; it stands in the history of both."),
    )


class ObjectionForm(Form):
    """Say why one's idea should go on by itself."""

    text = text(
        _l("What is lost by the merging?"),
        longest=2_000,
        hint=_l("It stands in the history of the idea; all readers see it."),
    )


class KeepMergingForm(Form):
    """Answer an objection: the ideas stay merged."""

    answer = text(
        _l("Your answer"),
        longest=2_000,
        hint=_l("It stands in the history of the idea; all readers see it."),
    )
