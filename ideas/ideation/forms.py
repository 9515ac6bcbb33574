"""The forms of ideas: write, hand in, answer, comment, find."""

from collections.abc import Iterable, Mapping

from flask_wtf.file import MultipleFileField
from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    widgets,
)
from wtforms import Form as PlainForm
from wtforms.validators import DataRequired, InputRequired, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from ideas.core.forms import EditingForm, Form, choices, day, line, select_one, text
from ideas.core.i18n import _, _l
from ideas.core.passages import is_long_enough
from ideas.core.plain_text import visible_length
from ideas.ideation.actions import Remark, Texts, texts_of
from ideas.ideation.actions.attaching import SHORTEST_REASON
from ideas.ideation.actions.waiting import Destination
from ideas.ideation.models import Addressee, Comment, CommentKind, Idea, ReportReason, Status
from ideas.ideation.models.idea import MAX_GROUP
from ideas.ideation.queries import Order, Wanted, open_tags
from ideas.people.models import Role
from ideas.people.queries import Colleague
from ideas.programme.forms import AnswersForm
from ideas.programme.models import Campaign, Topic

TITLE = 120
MAX_DIGITS = 9
LETTER = 2_000
PREVIEW = {"data-preview-url": "/ideen/vorschau"}
COMMENT_PREVIEW = {"data-preview-url": "/ideen/vorschau?namen=1"}
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

    campaign = select_one(_l("Campaign"))
    writer = HiddenField()
    topic = select_one(_l("Topic"), required=False)

    def offer(self, campaigns: list[Campaign], topics: list[Topic]) -> None:
        """Offer these campaigns and topics."""
        self.campaign.choices = choices((str(row.id), row.name) for row in campaigns)
        nothing = ("", _("none"))
        self.topic.choices = choices([nothing, *((str(row.id), row.name) for row in topics)])


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


class DestinationFields:
    """Where an idea is sent on to; needed as soon as the form says so."""

    addressee = select_one(_l("Which kind of office?"), required=False)
    office = line(
        _l("Name of the office"), required=False, hint=_l("Readers of the idea see it; no person.")
    )
    ask_again_on = day(_l("Ask again on"), required=False, hint=_l("At most twelve months ahead."))

    def offer_addressees(self) -> None:
        """Offer the kinds of offices."""
        nothing = ("", _("Please choose"))
        self.addressee.choices = choices([nothing, *((one, one.label) for one in Addressee)])

    def names_destination(self) -> bool:
        """Say whether all of it is there; what is missing gets its error."""
        missing = [f for f in (self.addressee, self.office, self.ask_again_on) if not f.data]
        for field in missing:
            field.errors = [*field.errors, _("Please fill in this field.")]
        return not missing

    def destination(self) -> Destination:
        """Return what was typed."""
        return Destination(Addressee(self.addressee.data), self.office.data, self.ask_again_on.data)


class WayFields(DestinationFields):
    """What a decision needs that does not select: a change, events, or an office."""

    change = text(
        _l("What would have to change?"),
        required=False,
        longest=2_000,
        hint=_l("Needed unless the idea is selected; it stands below the letter."),
    )
    tag_ids = SelectMultipleField(
        _l("Comes back earlier with"), widget=ListWidget(), option_widget=CheckboxInput()
    )

    def offer_ways(self) -> None:
        """Offer the kinds of offices and the events that have not happened yet."""
        self.offer_addressees()
        self.tag_ids.choices = choices((str(tag.id), tag.name) for tag in open_tags())
        self.tag_ids.data = [str(key) for key in self.tag_ids.data or ()]


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


class FindForm(PlainForm):  # type: ignore[misc]  # WTForms carries no types
    """Which ideas the list shows; part of its address, so it holds no token."""

    suche = line(_l("Search"), required=False)
    kampagne = SelectField(_l("Campaign"), coerce=str)
    status = SelectField(_l("State"), coerce=str)
    thema = SelectField(_l("Topic"), coerce=str)
    sortierung = SelectField(_l("Order"), coerce=str)
    meine = BooleanField(_l("Only mine"))

    def offer(
        self, campaigns: Mapping[int, str], topics: Mapping[int, str], orders: Iterable[Order]
    ) -> None:
        """Offer these campaigns, topics and orders, and every state."""
        self.kampagne.choices = choices([("", _("all")), *_pairs(campaigns)])
        self.thema.choices = choices([("", _("all")), *_pairs(topics)])
        states = [(status.value, status.label) for status in Status if status != Status.DRAFT]
        self.status.choices = choices([("", _("all")), *states])
        self.sortierung.choices = choices((order.value, order.label) for order in orders)

    @property
    def wanted(self) -> Wanted:
        """Return what the address asks for; what it cannot ask for is ignored."""
        offered = {str(choice.value) for choice in self.sortierung.choices}
        return Wanted(
            words=self.suche.data or "",
            campaign_id=find_id(self.kampagne.data),
            topic_id=find_id(self.thema.data),
            status=Status(self.status.data) if self.status.data in set(Status) else None,
            mine=bool(self.meine.data),
            order=Order(self.sortierung.data) if self.sortierung.data in offered else Order.NEWEST,
        )


def _pairs(names: Mapping[int, str]) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in names.items()]


def find_id(value: str | None) -> int | None:
    """Return the id that an address names, or None if it names none."""
    fits = value and value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS
    return int(value) if fits and value else None


class PersonForm(Form):
    """Choose one of the colleagues that a search has found."""

    person = RadioField(_l("Whom do you mean?"), [DataRequired(_l("Please choose a person."))])

    def offer(self, people: Iterable[Colleague]) -> None:
        """Offer these people, told apart by their teams."""
        self.person.choices = choices((str(one.id), f"{one.name} · {one.detail}") for one in people)


class CoachForm(PersonForm):
    """Choose a coach, and say what to look at."""

    question = text(
        _l("What should your colleague look at?"),
        required=False,
        longest=2_000,
        hint=_l("For instance: Can this be understood? Have you got this in your team, too?"),
    )


class GroupForm(Form):
    """What the people behind an idea call themselves."""

    group_name = line(
        _l("Name of the group"),
        required=False,
        longest=MAX_GROUP,
        hint=_l("It stands before your names, for instance “Entrance team”."),
    )


class WordForm(Form):
    """An answer with a word to go with it."""

    word = text(_l("A word with it"), required=False, longest=2_000)


class JoinForm(Form):
    """Ask to join an idea, with a text of one's own if it shall go along."""

    text = text(
        _l("What you would bring in"),
        required=False,
        longest=5_000,
        hint=_l("Your thoughts on it, or your own proposal. Only the author reads it."),
    )
    send_text = BooleanField(_l("Send this text along"))


class RemarkForm(Form):
    """What a coach says of a draft."""

    remark = text(_l("Your remark"), hint=_l("Only the one who asked you reads it."))
