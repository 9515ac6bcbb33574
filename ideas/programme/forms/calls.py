"""The forms of what a campaign sets for itself: phases, more time, participants, questions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from wtforms import BooleanField, Field, RadioField, SelectMultipleField, widgets
from wtforms.validators import InputRequired

from ideas.core.forms import EditingForm, Form, choices, day, line, select_one, text
from ideas.core.i18n import _, _l
from ideas.core.i18n import day as written
from ideas.people.models import Person, Unit
from ideas.programme.actions import Circle, PhaseText, QuestionText
from ideas.programme.actions.asking import WITH_OPTIONS
from ideas.programme.models import (
    Activity,
    Campaign,
    CampaignPhase,
    Question,
    QuestionKind,
    TakesPart,
)

SPARE_ROWS = 2
MOST_PHASES = 8
SHORT_TEXT = 2_000
WHOLE_CAMPAIGN = "kampagne"


class PhaseRow(NamedTuple):
    """The fields of one phase."""

    n: int
    name: Field
    starts_on: Field
    ends_on: Field
    activities: list[Field]


class PhasesForm(EditingForm):
    """The phases of a campaign; `phases_form` adds the fields of each."""

    rows: int = 0

    def phase_rows(self) -> list[PhaseRow]:
        """Return the fields, phase by phase."""
        return [
            PhaseRow(
                n,
                self[f"name_{n}"],
                self[f"starts_on_{n}"],
                self[f"ends_on_{n}"],
                [self[f"{activity.value}_{n}"] for activity in Activity],
            )
            for n in range(1, self.rows + 1)
        ]

    @property
    def phases(self) -> list[PhaseText]:
        """Return the phases that were named."""
        return [
            PhaseText(
                row.name.data,
                row.starts_on.data,
                row.ends_on.data,
                frozenset(
                    activity
                    for activity, box in zip(Activity, row.activities, strict=True)
                    if box.data
                ),
            )
            for row in self.phase_rows()
            if row.name.data
        ]

    def validate(self, extra_validators: Mapping[str, Sequence[object]] | None = None) -> bool:
        """Check every field; a phase is whole or not there at all."""
        valid = bool(super().validate(extra_validators))
        for row in self.phase_rows():
            fields = (row.name, row.starts_on, row.ends_on)
            if not any(field.data for field in (*fields, *row.activities)):
                continue
            for field in fields:
                if not field.data and not field.errors:
                    field.errors = [_("Please fill in this field.")]
                    valid = False
        return valid


def phases_form(count: int) -> type[PhasesForm]:
    """Return the form for so many phases and some empty ones."""
    rows = min(count + SPARE_ROWS, MOST_PHASES)
    fields: dict[str, object] = {"rows": rows}
    for n in range(1, rows + 1):
        fields[f"name_{n}"] = line(_l("Phase %(n)s: name", n=n), required=False, longest=120)
        fields[f"starts_on_{n}"] = day(_l("Phase %(n)s: first day", n=n), required=False)
        fields[f"ends_on_{n}"] = day(_l("Phase %(n)s: last day", n=n), required=False)
        for activity in Activity:
            fields[f"{activity.value}_{n}"] = BooleanField(activity.label)
    return type("NumberedPhasesForm", (PhasesForm,), fields)


def stored_phases(campaign: Campaign) -> dict[str, object]:
    """Return the campaign's phases as the values of the form's fields."""
    values: dict[str, object] = {}
    for n, phase in enumerate(campaign.phases, 1):
        values |= {f"name_{n}": phase.name, f"starts_on_{n}": phase.starts_on}
        values[f"ends_on_{n}"] = phase.ends_on
        values |= {f"{activity.value}_{n}": activity in phase.allows for activity in Activity}
    return values


class ProlongForm(Form):
    """Give the campaign, or one of its phases, more time."""

    part = select_one(_l("What gets more time?"))
    until = day(_l("New last day"))
    reason = text(_l("Reason"), longest=SHORT_TEXT, hint=_l("Everybody who takes part reads it."))

    def offer(self, campaign: Campaign, phases: Iterable[CampaignPhase]) -> None:
        """Offer the phases with their present ends, or the campaign when it has none."""
        named = [(str(phase.id), _so_far(phase.name, phase.ends_on)) for phase in phases]
        whole = (WHOLE_CAMPAIGN, _so_far(campaign.name, campaign.closes_on))
        self.part.choices = choices(named or [whole])

    @property
    def phase_id(self) -> int | None:
        """Return the id of the chosen phase, or None for the whole campaign."""
        return None if self.part.data == WHOLE_CAMPAIGN else int(self.part.data)


def several(label: Any, hint: object = "") -> SelectMultipleField:
    """Return a list of boxes to tick."""
    return SelectMultipleField(
        label,
        coerce=int,
        description=hint,
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )


class CircleForm(EditingForm):
    """Who takes part in a campaign."""

    takes_part = RadioField(_l("Who takes part?"), [InputRequired()])
    units = several(_l("Teams"))
    persons = several(_l("Persons beside these teams"))
    others_read = BooleanField(_l("All others may read the campaign and its ideas"))

    def offer(self, units: Iterable[Unit], persons: Iterable[Person]) -> None:
        """Offer these teams and persons."""
        self.takes_part.choices = choices((one.value, one.label) for one in TakesPart)
        self.units.choices = choices((str(unit.id), unit.name) for unit in units)
        self.persons.choices = choices((str(one.id), _with_team(one)) for one in persons)

    @property
    def circle(self) -> Circle:
        """Return who was chosen."""
        return Circle(
            TakesPart(self.takes_part.data),
            bool(self.others_read.data),
            frozenset(self.units.data or ()),
            frozenset(self.persons.data or ()),
        )


class QuestionForm(Form):
    """A question that the campaign asks beside the four."""

    label = line(_l("Question"), longest=300)
    kind = select_one(_l("How is it answered?"))
    options = text(
        _l("Answers to choose from"),
        required=False,
        longest=SHORT_TEXT,
        hint=_l("One in each line; only for questions with a choice."),
    )
    hint = line(_l("Help text below the question"), required=False, longest=500)
    is_required = BooleanField(_l("It must be answered before an idea is handed in"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = choices((kind.value, kind.label) for kind in QuestionKind)

    @property
    def question(self) -> QuestionText:
        """Return what was typed."""
        kind = QuestionKind(self.kind.data)
        lines = (self.options.data or "").splitlines() if kind in WITH_OPTIONS else []
        options = tuple(" ".join(one.split()) for one in lines if one.strip())
        return QuestionText(
            kind, self.label.data, self.hint.data or "", options, bool(self.is_required.data)
        )


def stored_question(question: Question) -> dict[str, object]:
    """Return a question as the values of the form's fields."""
    values = {name: getattr(question, name) for name in ("label", "kind", "hint", "is_required")}
    return values | {"options": "\n".join(question.options)}


class ReportForm(EditingForm):
    """What became of a campaign."""

    report = text(
        _l("What became of it"),
        hint=_l("The figures and decisions stand below by themselves. Say thank you, too."),
    )


class CopyForm(Form):
    """The next campaign, like this one."""

    name = line(_l("Name"))
    opens_on = day(_l("Opens on"))


def _with_team(person: Person) -> str:
    return f"{person.family_name}, {person.given_name}" + (
        f" ({person.unit.name})" if person.unit else ""
    )


def _so_far(name: str, until: date | None) -> str:
    return _("%(name)s, so far until %(day)s", name=name, day=written(until))
