"""The forms of the ways beside the main one."""

from collections.abc import Iterable, Mapping

from wtforms import BooleanField, RadioField, SelectMultipleField
from wtforms.fields import Field
from wtforms.validators import InputRequired, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from ideas.byways.actions.objecting import SHORTEST_OBJECTION
from ideas.byways.actions.words import SHORTEST
from ideas.core.forms import Form, choices, day, line, select_one, text
from ideas.core.i18n import _, _l
from ideas.core.plain_text import visible_length
from ideas.ideation.forms import DestinationFields
from ideas.ideation.models import EventTag, ObjectionGround
from ideas.people.models import Person, Unit
from ideas.process.transitions import Transition
from ideas.programme.actions.reasons import SHORTEST_REASON
from ideas.programme.forms import ReasonForm, check_gap

STANDS = "stands"
BACK, STAYS = "back", "stays"
LONGEST = 4_000
ALL_THREE = _l("The fast lane is only for what is all three.")


def _one_of(label: object, pairs: Iterable[tuple[str, object]] = ()) -> Field:
    """Return radio buttons of which one must be chosen."""
    needed = InputRequired(_l("Please choose one."))
    return RadioField(label, [needed], choices=lambda: choices(pairs))


def _need(field: Field, shortest: int) -> None:
    if visible_length(field.data or "") < shortest:
        raise ValidationError(_("Please write at least %(count)s characters.", count=shortest))


class ForwardForm(DestinationFields, ReasonForm):
    """Where an idea is sent on to, and why."""

    def __init__(self) -> None:
        """Offer the kinds of offices."""
        super().__init__()
        self.offer_addressees()

    def validate(self, extra_validators: Mapping[str, object] | None = None) -> bool:
        """Ask for the office too."""
        return bool(super().validate(extra_validators)) & self.names_destination()


class OfficeAnswerForm(Form):
    """What the other office said, and how it goes on."""

    answer = text(
        _l("What was answered?"), longest=LONGEST, hint=_l("All who read the idea see it.")
    )
    then = _one_of(
        _l("How does it go on?"),
        [
            (STAYS, _l("The matter rests there; the idea stays “sent to another office”.")),
            (BACK, _l("We take the idea back and screen it again.")),
        ],
    )

    def validate_answer(self, field: Field) -> None:
        """Ask for more than a word."""
        _need(field, SHORTEST)


class AskAgainForm(Form):
    """When the office is asked the next time."""

    ask_again_on = day(
        _l("Asked again today; ask next on"), hint=_l("At most twelve months ahead.")
    )


class FastTrackForm(Form):
    """What is done at once, by whom, and why that is harmless."""

    plan = text(
        _l("What is done?"), longest=LONGEST, hint=_l("So that the unit can begin at once.")
    )
    unit = select_one(_l("Which unit does it?"))
    responsible = select_one(
        _l("Who is asked for the unit?"),
        hint=_l("The person gets a mail and says yes or no. Readers see the unit only."),
    )
    is_small = BooleanField(
        _l("It is small: done within a few days, by this unit alone."), [InputRequired(ALL_THREE)]
    )
    is_reversible = BooleanField(
        _l("It is reversible: it can be undone without harm."), [InputRequired(ALL_THREE)]
    )
    is_cheap = BooleanField(
        _l("It is cheap: it needs no money of its own."), [InputRequired(ALL_THREE)]
    )

    def __init__(self, units: Iterable[Unit], people: Iterable[Person]) -> None:
        """Offer units and people."""
        super().__init__()
        nothing = ("", _("Please choose"))
        self.unit.choices = choices([nothing, *((str(unit.id), unit.name) for unit in units)])
        named = [(str(person.id), _with_team(person)) for person in people]
        self.responsible.choices = choices([nothing, *named])

    def validate_plan(self, field: Field) -> None:
        """Ask for more than a word."""
        _need(field, SHORTEST)


class FastTrackAnswerForm(Form):
    """Whether the unit does it."""

    agrees = _one_of(
        _l("Does your unit do it?"),
        [("yes", _l("Yes, we do it at once.")), ("no", _l("No, it does not fit the fast lane."))],
    )
    word = text(
        _l("A word on it"),
        required=False,
        longest=LONGEST,
        hint=_l("With a no please say why, in at least 20 characters. All readers see it."),
    )

    def validate(self, extra_validators: Mapping[str, object] | None = None) -> bool:
        """Ask for the word that belongs to a no."""
        valid = bool(super().validate(extra_validators))
        if self.agrees.data == "no" and visible_length(self.word.data or "") < SHORTEST:
            self.word.errors = [_("Please write at least %(count)s characters.", count=SHORTEST)]
            return False
        return valid


class WordForm(Form):
    """A few words that all readers see."""

    word = text(
        _l("Reason"), longest=LONGEST, hint=_l("At least 20 characters; all readers see it.")
    )

    def validate_word(self, field: Field) -> None:
        """Ask for more than a word."""
        _need(field, SHORTEST)


class DoneForm(WordForm):
    """What was done in the fast lane."""

    word = text(
        _l("What was done?"),
        longest=LONGEST,
        hint=_l("Since when it holds and where it can be seen. All readers see it."),
    )


class ObjectionForm(Form):
    """Why an author objects."""

    ground = _one_of(
        _l("What does your objection name?"), [(one, one.label) for one in ObjectionGround]
    )
    text = text(
        _l("Your objection"),
        longest=LONGEST,
        hint=_l("Name the fact or the error. At least 40 characters; all readers see it."),
    )

    def validate_text(self, field: Field) -> None:
        """Ask for more than a sigh."""
        _need(field, SHORTEST_OBJECTION)


class ObjectionAnswerForm(Form):
    """How the objection ends."""

    verdict = _one_of(_l("How do you answer?"))
    reason = text(
        _l("Reason"),
        longest=LONGEST,
        hint=_l("At least 80 characters: go into the fact or the error. All readers see it."),
    )

    def __init__(self, steps: Iterable[Transition]) -> None:
        """Offer that the decision stands, and the steps that take the idea up anew."""
        super().__init__()
        anew = [(step.name, step.label) for step in steps]
        self.verdict.choices = choices([(STANDS, _l("The decision stands")), *anew])

    def validate_reason(self, field: Field) -> None:
        """Ask for filled gaps and a whole reason."""
        check_gap(field)
        _need(field, SHORTEST_REASON)


class TagForm(Form):
    """An event that ideas can wait for."""

    name = line(
        _l("New event"), longest=120, hint=_l("For example “IT release 2027.1” or a change of law.")
    )


class WaitForm(Form):
    """What a deferred idea waits for."""

    tags = SelectMultipleField(
        _l("Comes back earlier with"), widget=ListWidget(), option_widget=CheckboxInput()
    )

    def __init__(self, tags: Iterable[EventTag], chosen: Iterable[int] = ()) -> None:
        """Offer the events."""
        super().__init__(data={"tags": [str(key) for key in chosen]})
        self.tags.choices = choices((str(tag.id), tag.name) for tag in tags)


def _with_team(person: Person) -> str:
    return f"{person.name} ({person.unit.name})" if person.unit else person.name
