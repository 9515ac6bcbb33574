"""The forms of ideas: write, hand in, answer, comment, find."""

from collections.abc import Mapping

from wtforms import BooleanField, RadioField, SelectField
from wtforms import Form as PlainForm

from ideas.core.forms import EditingForm, Form, choices, line, select_one, text
from ideas.core.i18n import _, _l
from ideas.ideation.actions import Texts, texts_of
from ideas.ideation.models import Idea, Status
from ideas.ideation.queries import Order, Wanted
from ideas.programme.models import Campaign, Topic

TITLE = 120
MAX_DIGITS = 9
NAMED, SEALED = "name", "anonym"
PREVIEW = {"data-preview-url": "/ideen/vorschau"}
PROBLEM = _l("What is the problem today?")
PROBLEM_HINT = _l("So that colleagues of another team understand it. Please no data of clients.")
AUDIENCE = _l("For whom?")
PROPOSAL = _l("What do you propose?")
PROPOSAL_HINT = _l("The more concrete the better. A small solution is one, too.")
BENEFIT = _l("What would be better then?")


class TextsForm(EditingForm):
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

    campaign = select_one(_l("Campaign"))
    topic = select_one(_l("Topic"), required=False)

    def offer(self, campaigns: list[Campaign], topics: list[Topic]) -> None:
        """Offer these campaigns and topics."""
        self.campaign.choices = choices((str(row.id), row.name) for row in campaigns)
        nothing = ("", _("none"))
        self.topic.choices = choices([nothing, *((str(row.id), row.name) for row in topics)])


class NewDraftForm(DraftForm):
    """The first page of a draft: by name or anonymous, before anything is stored."""

    naming = RadioField(
        _l("In whose name?"),
        default=NAMED,
        description=_l(
            "Anonymous, nobody in the house sees your name. But your style or what you know can"
            " give you away, and chair and data protection together can open the seal, with a"
            " reason and not without your hearing of it."
        ),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        labels = ((NAMED, _("With my name")), (SEALED, _("Anonymous, under a random name")))
        self.naming.choices = choices(labels)

    @property
    def wants_seal(self) -> bool:
        """Say whether the author chose to stay anonymous."""
        return bool(self.naming.data == SEALED)


class RevealForm(Form):
    """Ask for a sealed name."""

    reason = text(
        _l("Reason"),
        longest=2_000,
        hint=_l("At least 20 characters. Data protection and the author read it."),
    )


class EditForm(TextsForm):
    """A handed-in text that is mended."""

    problem = text(PROBLEM, hint=PROBLEM_HINT)
    proposal = text(PROPOSAL, hint=PROPOSAL_HINT)


class SubmitForm(EditingForm):
    """Hand in what was checked."""

    follow_it = BooleanField(_l("I want to hear how it goes on (follow)"), default=True)


class WithdrawForm(Form):
    """Take an idea back."""

    reason = text(
        _l("Reason"),
        required=False,
        longest=2_000,
        hint=_l("Whoever may read the idea reads the reason, too."),
    )


class AnswerForm(Form):
    """Answer the coordination's question."""

    answer = text(
        _l("Your answer"), hint=_l("It stands in the history of the idea; all readers see it.")
    )


class CommentForm(Form):
    """Say something about an idea."""

    text = text(_l("Your comment"), hint=_l("Ask, add, or say how it is done where you work."))
    follow_it = BooleanField(_l("Follow this idea"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.text.render_kw = PREVIEW


class FindForm(PlainForm):  # type: ignore[misc]  # WTForms carries no types
    """Which ideas the list shows; part of its address, so it holds no token."""

    suche = line(_l("Search"), required=False)
    kampagne = SelectField(_l("Campaign"), coerce=str)
    status = SelectField(_l("State"), coerce=str)
    thema = SelectField(_l("Topic"), coerce=str)
    sortierung = SelectField(_l("Order"), coerce=str)
    meine = BooleanField(_l("Only mine"))

    def offer(self, campaigns: Mapping[int, str], topics: Mapping[int, str]) -> None:
        """Offer these campaigns and topics, every state and every order."""
        self.kampagne.choices = choices([("", _("all")), *_pairs(campaigns)])
        self.thema.choices = choices([("", _("all")), *_pairs(topics)])
        states = [(status.value, status.label) for status in Status if status != Status.DRAFT]
        self.status.choices = choices([("", _("all")), *states])
        self.sortierung.choices = choices((order.value, order.label) for order in Order)

    @property
    def wanted(self) -> Wanted:
        """Return what the address asks for; what it cannot ask for is ignored."""
        return Wanted(
            words=self.suche.data or "",
            campaign_id=find_id(self.kampagne.data),
            topic_id=find_id(self.thema.data),
            status=Status(self.status.data) if self.status.data in set(Status) else None,
            mine=bool(self.meine.data),
            order=Order(self.sortierung.data)
            if self.sortierung.data in set(Order)
            else Order.NEWEST,
        )


def _pairs(names: Mapping[int, str]) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in names.items()]


def find_id(value: str | None) -> int | None:
    """Return the id that an address names, or None if it names none."""
    fits = value and value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS
    return int(value) if fits and value else None
