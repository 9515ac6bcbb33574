"""The forms of projects."""

from collections.abc import Iterable
from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, SelectField
from wtforms.fields import Field
from wtforms.validators import InputRequired, Optional, ValidationError

from ideas.core.forms import EditingForm, Form, choices, day, line, select_one, text
from ideas.core.i18n import _, _l
from ideas.maturation.actions import Answer, Farewell, Report
from ideas.maturation.actions.moving import too_short_to_stop
from ideas.maturation.models import GateOutcome, Health, TickAnswer
from ideas.maturation.queries.projects import Line
from ideas.people.models import Person
from ideas.programme.actions.reasons import is_too_short

CHOOSE = _l("Please choose one.")


class BoardFilterForm(Form):
    """What to see of the board; read from the address."""

    campaign = SelectField(_l("Campaign"), name="kampagne")
    unit = SelectField(_l("Team"), name="team")
    health = SelectField(_l("Traffic light"), name="ampel")
    mine = BooleanField(_l("Only my projects"), name="meine")

    def __init__(
        self,
        *args: Any,
        campaigns: Iterable[tuple[int, str]],
        units: Iterable[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _l("all"))
        self.campaign.choices = choices([every, *((str(key), name) for key, name in campaigns)])
        self.unit.choices = choices([every, *((str(key), name) for key, name in units)])
        self.health.choices = choices([every, *((light.value, light.label) for light in Health)])


class AdoptForm(Form):
    """Name who is responsible for the project."""

    owner = select_one(
        _l("Who is responsible?"),
        hint=_l("The person gets a mail. Please ask before you enter somebody here."),
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(person.id), _with_team(person)) for person in people]
        self.owner.choices = choices([("", _("Please choose")), *named])


class MoveForm(EditingForm):
    """Where the card is to go."""

    target = RadioField(_l("Where to?"), [InputRequired(CHOOSE)], validate_choice=False)
    reason = text(
        _l("Reason"),
        required=False,
        hint=_l("Needed when the card goes back. Everybody who reads the idea can read it."),
    )


class ParkForm(EditingForm):
    """Why the project rests, and until when."""

    reason = text(_l("Reason"), hint=_l("Author and followers read it."))
    resume_on = day(_l("Look at it again on"), hint=_l("At most twelve months ahead."))


class StopForm(EditingForm):
    """Why the project ends, what is left of it, and thanks."""

    reason = text(_l("Why does it end?"), hint=_l("Author and followers read it."))
    learned = text(
        _l("What did we learn?"),
        hint=_l(
            "What would have to be different another time? Both together at least 80 characters."
        ),
    )
    thanks = text(_l("Whom do we thank for what?"))

    def validate_learned(self, field: Field) -> None:
        """Ask for a whole reason."""
        if is_too_short(self.reason.data or "", field.data or ""):
            raise ValidationError(too_short_to_stop())

    @property
    def farewell(self) -> Farewell:
        """Return what was written."""
        return Farewell(self.reason.data, self.learned.data, self.thanks.data)


class GateForm(Form):
    """What was decided; it names the request that was read."""

    asked = HiddenField()
    outcome = RadioField(_l("Decision"), [InputRequired(CHOOSE)])
    reason = text(_l("Reason"), hint=_l("Author, followers and project owner read it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outcome.choices = choices((outcome.value, outcome.label) for outcome in GateOutcome)


class ReportForm(Form):
    """How it goes."""

    health = RadioField(_l("Traffic light"), [InputRequired(CHOOSE)])
    how = text(_l("How is it going?"), hint=_l("Two or three sentences are enough."))
    need = text(
        _l("What do you need, and from whom?"),
        required=False,
        hint=_l("Needed when the project is not on track."),
    )
    next_step = line(_l("What comes next?"))
    next_date = day(_l("By when?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.health.choices = choices((light.value, light.label) for light in Health)

    @property
    def report(self) -> Report:
        """Return what was written."""
        return Report(
            Health(self.health.data),
            self.how.data,
            self.next_step.data,
            self.next_date.data,
            self.need.data or "",
        )


class ChecklistForm(EditingForm):
    """The answers to the criteria of a gate: two fields for each."""

    @classmethod
    def for_lines(cls, lines: list[Line]) -> "ChecklistForm":
        """Return the form for these criteria, filled with the answers they have."""
        fields: dict[str, Any] = {}
        filled: dict[str, Any] = {}
        for entry in lines:
            answer, evidence = _names(entry.item.id)
            options = choices((one.value, one.label) for one in TickAnswer)
            fields[answer] = RadioField(entry.text, [Optional()], choices=options)
            fields[evidence] = text(
                _l("What does the answer rest on?"),
                required=False,
                hint=_l(
                    "A document, a date, a name of a team. Needed for “met” and “does not apply”."
                ),
            )
            filled[answer] = entry.answer.value if entry.answer else None
            filled[evidence] = entry.evidence
        form: ChecklistForm = type(cls.__name__, (cls,), fields)(data=filled)
        return form

    def fields_of(self, entry: Line) -> tuple[Any, Any]:
        """Return both fields of a criterion."""
        answer, evidence = _names(entry.item.id)
        return self[answer], self[evidence]

    def answers(self, lines: list[Line]) -> dict[int, Answer]:
        """Return the answers that were given."""
        found = {}
        for entry in lines:
            answer, evidence = self.fields_of(entry)
            if answer.data:
                found[entry.item.id] = Answer(TickAnswer(answer.data), evidence.data or "")
        return found

    def has_evidence(self, lines: list[Line]) -> bool:
        """Say whether every answer that needs evidence has it; mark the fields that have not."""
        missing = [
            self.fields_of(entry)[1]
            for entry in lines
            if (given := self.answers(lines).get(entry.item.id)) and given.lacks_evidence
        ]
        for field in missing:
            field.errors = [_("Please say what the answer rests on.")]
        return not missing


def _names(item_id: int) -> tuple[str, str]:
    return f"answer_{item_id}", f"evidence_{item_id}"


def _with_team(person: Person) -> str:
    return f"{person.name} – {person.unit.name}" if person.unit else person.name
