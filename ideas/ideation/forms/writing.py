"""Forms for writing an idea, handing it in and mending it."""

from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
)
from wtforms.validators import InputRequired

from ideas.core.forms import EditingForm, Form, choices, line, select_one, text
from ideas.core.i18n import _, _l
from ideas.ideation.actions import Texts, texts_of
from ideas.ideation.models import Idea
from ideas.programme.forms import AnswersForm
from ideas.programme.models import Campaign, Topic

TITLE = 120
NAMED, SEALED = "name", "anonym"
PREVIEW = {"data-preview-url": "/ideen/vorschau"}
PROBLEM = _l("What is the problem today?")
PROBLEM_HINT = _l("So that colleagues of another team understand it. Please no data of clients.")
AUDIENCE = _l("For whom?")
PROPOSAL = _l("What do you propose?")
PROPOSAL_HINT = _l("The more concrete the better. A small solution is one, too.")
BENEFIT = _l("What would be better then?")


class TextsForm(AnswersForm):
    """The title and the four questions."""

    title = line(_l("Title"), longest=TITLE, hint=_l("One line that says what it is about."))
    problem = text(PROBLEM, required=False, hint=PROBLEM_HINT)
    audience = text(AUDIENCE, required=False)
    proposal = text(PROPOSAL, required=False, hint=PROPOSAL_HINT)
    benefit = text(BENEFIT, required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in ("problem", "audience", "proposal", "benefit"):
            self[name].render_kw = PREVIEW

    @property
    def texts(self) -> Texts:
        """Return what was typed."""
        names = ("title", "problem", "audience", "proposal", "benefit")
        return Texts(**{name: self[name].data or "" for name in names})


def stored_texts(idea: Idea) -> dict[str, object]:
    """Return what the idea says as the values of the form's fields."""
    return dict(vars(texts_of(idea)))


class DraftForm(TextsForm):
    """A draft: the texts, the campaign they answer and their topic."""

    naming = RadioField(
        _l("In whose name?"),
        default=NAMED,
        description=_l(
            "Please choose first, because drafts save themselves. Anonymous, nobody in the house"
            " sees your name. But your style or what you know can give you away, and chair and"
            " data protection together can open the seal, with a reason and not without your"
            " hearing of it."
        ),
    )
    campaign = select_one(_l("Campaign"))
    writer = HiddenField()
    topic = select_one(_l("Topic"), required=False)

    def offer(self, campaigns: list[Campaign], topics: list[Topic]) -> None:
        """Offer these campaigns and topics."""
        self.campaign.choices = choices((str(row.id), row.name) for row in campaigns)
        nothing = ("", _("none"))
        self.topic.choices = choices([nothing, *((str(row.id), row.name) for row in topics)])
        labels = ((NAMED, _("With my name")), (SEALED, _("Anonymous, under a random name")))
        self.naming.choices = choices(labels)

    @property
    def wants_seal(self) -> bool | None:
        """Say whether the author chose to stay anonymous; None where the form did not ask."""
        return self.naming.data == SEALED if self.naming.raw_data else None


class HastyForm(DraftForm):
    """A draft as it is saved by itself: even the title may still be missing."""

    warns = False

    title = line(_l("Title"), required=False, longest=TITLE)


class EditForm(TextsForm):
    """A handed-in text that is mended."""

    problem = text(PROBLEM, hint=PROBLEM_HINT)
    proposal = text(PROPOSAL, hint=PROPOSAL_HINT)


class SubmitForm(EditingForm):
    """Hand in what was checked."""

    follow_it = BooleanField(_l("I want to hear how it goes on (follow)"), default=True)


class DifferenceForm(Form):
    """Say what sets a draft apart from the similar ideas that are shown."""

    difference = line(
        _l("What is different about your idea?"),
        required=False,
        longest=300,
        hint=_l("One sentence is enough. Idea coordination and steering group read it."),
    )


class SupportInsteadForm(Form):
    """Support a similar idea, and say what becomes of one's own draft."""

    KEEP, DELETE = "behalten", "loeschen"
    draft = RadioField(
        _l("What shall become of your draft?"), [InputRequired(_l("Please choose one."))]
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        keep, delete = (self.KEEP, _("Keep it")), (self.DELETE, _("Delete it for good"))
        self.draft.choices = choices([keep, delete])


class WithdrawForm(Form):
    """Take an idea back."""

    reason = text(
        _l("Reason"),
        required=False,
        longest=2_000,
        hint=_l("Whoever may read the idea reads the reason, too."),
    )


class AnswerForm(TextsForm):
    """Answer the coordination's question, and mend the text with it where that helps."""

    answer = text(
        _l("Your answer"), hint=_l("It stands in the history of the idea; all readers see it.")
    )
