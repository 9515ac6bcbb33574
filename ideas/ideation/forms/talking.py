"""Forms for what people say about an idea, and for moderating it."""

from collections.abc import Iterable

from wtforms import (
    BooleanField,
    HiddenField,
)

from ideas.core.forms import EditingForm, Form, choices, select_one, text
from ideas.core.i18n import _, _l
from ideas.ideation.actions import Remark
from ideas.ideation.models import Comment, CommentKind, ReportReason
from ideas.people.models import Role

LETTER = 2_000
COMMENT_PREVIEW = {"data-preview-url": "/ideen/vorschau?namen=1"}


class CommentForm(Form):
    """Say something about an idea, or reply to what was said."""

    thread = HiddenField()
    kind = select_one(_l("What is it?"), required=False)
    text = text(_l("Your comment"), hint=_l("Ask, add, or say how it is done where you work."))
    spoken_as = select_one(_l("In which role do you write?"), required=False)
    follow_it = BooleanField(_l("Follow this idea"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.text.render_kw = COMMENT_PREVIEW
        kinds = [(kind.value, kind.label) for kind in CommentKind]
        self.kind.choices = choices([("", _("not said")), *kinds])
        self.spoken_as.choices = choices([("", _("as myself"))])

    def offer(self, offices: Iterable[Role]) -> None:
        """Let the writer speak in one of these offices."""
        for role in offices:
            self.spoken_as.choices += choices([(role.value, role.label)])

    def remark(self, thread: Comment | None) -> Remark:
        """Return how the comment is meant."""
        kind, role = self.kind.data, self.spoken_as.data
        return Remark(thread, CommentKind(kind) if kind else None, Role(role) if role else None)


class EditCommentForm(EditingForm):
    """Change what one has said."""

    text = text(_l("Your comment"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.text.render_kw = COMMENT_PREVIEW


class SupportForm(Form):
    """Support an idea."""

    follow_it = BooleanField(_l("Follow this idea"))


class HideForm(Form):
    """Hide a comment."""

    reason = text(
        _l("Reason"),
        longest=LETTER,
        hint=_l("The writer of the comment reads it; other readers do not."),
    )


class ObjectForm(Form):
    """Ask to show one's comment again."""

    text = text(
        _l("Why should it be shown again?"),
        longest=LETTER,
        hint=_l("Coordination and chair read it. You can object once."),
    )


class AnswerObjectionForm(Form):
    """Leave a comment hidden after an objection."""

    answer = text(_l("Your answer"), longest=LETTER, hint=_l("The writer of the comment gets it."))


class ReportForm(Form):
    """Report an idea or a comment."""

    reason = select_one(_l("What is wrong?"))
    text = text(
        _l("What should the idea coordination know?"),
        required=False,
        longest=LETTER,
        hint=_l("Please do not repeat data of clients here."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        reasons = [(reason.value, reason.label) for reason in ReportReason]
        self.reason.choices = choices([("", _("Please choose")), *reasons])


class SettleForm(Form):
    """Answer a report."""

    answer = text(
        _l("Your answer"),
        longest=LETTER,
        hint=_l("Whoever reported it gets this text: what you found and what you have done."),
    )
