"""The forms of campaigns, pages and barriers."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, Field, IntegerField
from wtforms.validators import NumberRange, Optional, ValidationError

from ideas.core.forms import (
    EditingForm,
    Form,
    choices,
    day,
    line,
    select_one,
    text,
    whole_number,
)
from ideas.core.guarding import ALL
from ideas.core.i18n import _, _l
from ideas.programme.actions import CampaignText, CriterionText
from ideas.programme.actions.campaigns import POINTS
from ideas.programme.actions.reasons import is_too_short, too_short, unfilled
from ideas.programme.figures import open_gap
from ideas.programme.models import BlockKind, Campaign, Step
from ideas.programme.workflow import WHOLE

LONGEST_DEADLINE = 250
MOST_VOTES = 99
SPARE_ROWS = 1
MOST_CRITERIA = 12
SHORT_TEXT = 2_000


class CampaignForm(EditingForm):
    """What a campaign says of itself, its dates and its deadlines."""

    unguarded = frozenset({"sponsor"})  # names whoever stands behind it
    name = line(_l("Name"))
    question = text(_l("Question to the staff"), required=False, longest=SHORT_TEXT)
    goal = text(_l("Goal"), required=False, longest=SHORT_TEXT)
    measure = text(
        _l("How will we notice?"),
        required=False,
        longest=SHORT_TEXT,
        hint=_l("A figure or an observation that shows whether the goal comes nearer."),
    )
    promise = text(
        _l("What happens with the ideas"),
        required=False,
        longest=SHORT_TEXT,
        hint=_l("Who decides, by when, and what those can count on who take part."),
    )
    sponsor = line(_l("Who stands behind it"), required=False)
    description = text(_l("More about it"), required=False)
    opens_on = day(_l("Opens on"), required=False)
    closes_on = day(_l("Closes on"), required=False)
    decides_on = day(_l("Decision until"), required=False)
    support_limit = IntegerField(
        _l("How many ideas each person may support"),
        [Optional(), NumberRange(1, MOST_VOTES)],
        description=_l("For a contest. Empty means: as many as they like."),
    )
    hides_support = BooleanField(
        _l("Show only after the end how much support each idea has"),
        description=_l("Until the campaign closes nobody sees the numbers, in no list and order."),
    )
    days_publish = whole_number(Step.PUBLISH.label, 1, LONGEST_DEADLINE)
    days_screening = whole_number(Step.SCREENING.label, 1, LONGEST_DEADLINE)
    days_query = whole_number(Step.QUERY.label, 1, LONGEST_DEADLINE)
    days_scoring = whole_number(Step.SCORING.label, 1, LONGEST_DEADLINE)
    days_unit_answer = whole_number(Step.UNIT_ANSWER.label, 1, LONGEST_DEADLINE)
    days_fast_track = whole_number(Step.FAST_TRACK.label, 1, LONGEST_DEADLINE)
    days_call_in = whole_number(Step.CALL_IN.label, 1, LONGEST_DEADLINE)
    days_decision = whole_number(Step.DECISION.label, 1, LONGEST_DEADLINE)
    days_decision_letter = whole_number(Step.DECISION_LETTER.label, 1, LONGEST_DEADLINE)

    @property
    def texts(self) -> CampaignText:
        """Return what was typed about the campaign."""
        names = ("name", "question", "goal", "measure", "promise", "sponsor", "description")
        dates = ("opens_on", "closes_on", "decides_on", "support_limit", "hides_support")
        typed: dict[str, Any] = {name: self[name].data or "" for name in names}
        typed |= {name: self[name].data for name in dates}
        return CampaignText(**typed)

    @property
    def days(self) -> dict[Step, int]:
        """Return the working days per step."""
        return {step: self[f"days_{step}"].data for step in Step}


class RubricForm(EditingForm):
    """The criteria of a campaign; `rubric_form` adds the fields of each criterion."""

    rows: int = 0

    @property
    def criteria(self) -> list[CriterionText]:
        """Return the criteria that were named."""
        return [
            CriterionText(
                name=self[f"name_{n}"].data,
                weight=self[f"weight_{n}"].data,
                explanation=self[f"explanation_{n}"].data or "",
                anchors=[self[f"anchor_{n}_{point}"].data for point in range(1, POINTS + 1)],
            )
            for n in self.named()
        ]

    def named(self) -> list[int]:
        """Return the numbers of the criteria that have a name."""
        return [n for n in range(1, self.rows + 1) if self[f"name_{n}"].data]

    def fields_of(self, n: int) -> list[Field]:
        """Return the fields of one criterion in their order."""
        anchors = [self[f"anchor_{n}_{point}"] for point in range(1, POINTS + 1)]
        return [self[f"name_{n}"], self[f"weight_{n}"], self[f"explanation_{n}"], *anchors]

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Check every field, that named criteria are whole, and that weights make a hundred."""
        valid = bool(super().validate(extra_validators))
        for n in self.named():
            for field in self.fields_of(n):
                if field.data in {None, ""} and not field.name.startswith("explanation"):
                    field.errors = [_("Please fill in this field.")]
                    valid = False
        total = sum(self[f"weight_{n}"].data or 0 for n in self.named())
        if valid and total != WHOLE:
            self.form_errors.append(
                _("The weights must add up to 100; now they make %(total)s.", total=total)
            )
            valid = False
        return valid


def rubric_form(count: int) -> type[RubricForm]:
    """Return the form for so many criteria and an empty one."""
    rows = min(count + SPARE_ROWS, MOST_CRITERIA)
    fields: dict[str, object] = {"rows": rows}
    for n in range(1, rows + 1):
        name, weight = (
            _l("Criterion %(n)s: name", n=n),
            _l("Criterion %(n)s: weight in percent", n=n),
        )
        explanation = _l("Criterion %(n)s: explanation", n=n)
        fields[f"name_{n}"] = line(name, required=False, longest=120)
        fields[f"weight_{n}"] = IntegerField(weight, [Optional(), NumberRange(1, WHOLE)])
        fields[f"explanation_{n}"] = line(explanation, required=False, longest=500)
        for point in range(1, POINTS + 1):
            label = _l("Criterion %(n)s: what %(point)s means", n=n, point=point)
            fields[f"anchor_{n}_{point}"] = line(label, required=False, longest=200)
    return type("NumberedRubricForm", (RubricForm,), fields)


def stored_rubric(campaign: Campaign) -> dict[str, object]:
    """Return the campaign's criteria as the values of the form's fields."""
    values: dict[str, object] = {}
    for n, criterion in enumerate(campaign.criteria, 1):
        values[f"name_{n}"] = criterion.name
        values[f"weight_{n}"] = criterion.weight
        values[f"explanation_{n}"] = criterion.explanation
        for point, anchor in enumerate(criterion.anchors, 1):
            values[f"anchor_{n}_{point}"] = anchor
    return values


def stored_campaign(campaign: Campaign) -> dict[str, object]:
    """Return the campaign as the values of the form's fields."""
    values = {name: getattr(campaign, name) for name in CampaignText.__dataclass_fields__}
    values["description"] = campaign.description.source
    return values | {f"days_{row.step}": row.working_days for row in campaign.deadlines}


class CloseForm(Form):
    """Close a campaign."""

    reason = text(_l("Reason"), longest=SHORT_TEXT, hint=_l("Everybody in the house reads it."))


class BlockForm(EditingForm):
    """A building block for reasons."""

    kind = select_one(_l("For which reason?"))
    title = line(_l("Short name"), longest=120)
    text = text(
        _l("Text"),
        longest=SHORT_TEXT,
        hint=_l("Put what changes from idea to idea into square brackets: [name of the office]."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = choices((kind.value, kind.label) for kind in BlockKind)


class ReasonForm(Form):
    """A reason that ends an idea or puts it off, and what would have to change."""

    reason = text(
        _l("Reason for the author"),
        hint=_l("Say thank you, and name law or rule; all who read the idea see it."),
    )
    change = text(
        _l("What would have to change?"),
        longest=SHORT_TEXT,
        hint=_l("So that the idea would have a chance. Together at least 80 characters."),
    )

    def validate_reason(self, field: Field) -> None:
        """Ask for filled gaps."""
        check_gap(field)

    def validate_change(self, field: Field) -> None:
        """Ask for filled gaps and enough text."""
        check_gap(field)
        if is_too_short(self.reason.data or "", field.data or ""):
            raise ValidationError(too_short())


def check_gap(field: Field) -> None:
    """Refuse a text in which a gap of a building block is still open."""
    if gap := open_gap(field.data or ""):
        raise ValidationError(unfilled(gap))


class PageForm(EditingForm):
    """A page of the house."""

    unguarded = ALL  # imprint and contact name people, phones and addresses of the house
    title = line(_l("Title"), longest=120)
    content = text(_l("Text"), longest=50_000, hint=_l("Markdown is possible."))


class BarrierForm(Form):
    """A barrier that somebody met."""

    unguarded = frozenset({"contact"})  # asked for, so that an answer can be given
    page = line(_l("On which page?"), required=False, longest=500)
    problem = text(_l("What did not work?"), longest=5_000)
    contact = line(
        _l("How can we reach you?"),
        required=False,
        hint=_l("Only if you wish an answer: a mail address or a phone number."),
    )


def differences(form: Form, stored: Mapping[str, object]) -> list[tuple[str, str, str]]:
    """Return label, stored text and typed text of every field in which they differ."""
    found = [(form[name].label.text, value, form[name].data) for name, value in stored.items()]
    return [
        (str(label), _as_text(value), _as_text(typed))
        for label, value, typed in found
        if _as_text(value) != _as_text(typed)
    ]


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)
