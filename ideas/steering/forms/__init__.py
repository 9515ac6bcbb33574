"""The forms of screening, scoring and deciding."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from wtforms import RadioField, SelectMultipleField
from wtforms.fields import Field
from wtforms.validators import InputRequired, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from ideas.core.errors import Invalid
from ideas.core.forms import (
    EditingForm,
    Form,
    choices,
    day,
    line,
    new_request_key,
    select_one,
    text,
    whole_number,
)
from ideas.core.i18n import Lazy, _, _l
from ideas.core.plain_text import visible_length
from ideas.ideation.forms import WayFields
from ideas.people.models import Person
from ideas.programme.actions.reasons import joined, whole_reason
from ideas.programme.forms import ReasonForm, check_gap
from ideas.programme.models import Criterion, GateQuestion
from ideas.steering import figures
from ideas.steering.actions.deciding import SHORTEST_REASON, SHORTEST_TEXT, Motion, Poll
from ideas.steering.actions.scoring import NEEDS_A_COMMENT, Judgement
from ideas.steering.actions.screening import Answer
from ideas.steering.models import Decision, GateAnswer, Ground, Outcome, Score, ScoreKind, Screening

REASONS = (ScoreKind.BIASED, ScoreKind.OUT_OF_FIELD, ScoreKind.ABSTAINED)
MANY = 1000


def _one_of(label: object) -> Field:
    """Return radio buttons of which one must be chosen; the form sets the choices."""
    return RadioField(label, [InputRequired(_l("Please choose one."))])


def _one_or_none(label: object, pairs: Iterable[tuple[str, object]]) -> Field:
    """Return radio buttons of which the empty one is preselected."""
    return RadioField(label, [Optional()], choices=choices(pairs), default="")


class GateForm(EditingForm):
    """The answers to the questions of the screening."""

    questions: Sequence[GateQuestion] = ()

    def rows(self) -> list[tuple[GateQuestion, Field, Field]]:
        """Return each question with its two fields."""
        return [
            (question, self[f"answer_{question.key}"], self[f"note_{question.key}"])
            for question in self.questions
        ]

    def answers(self) -> dict[str, Answer]:
        """Return what was answered; open questions are left out."""
        return {
            question.key: Answer(GateAnswer(answer.data), note.data or "")
            for question, answer, note in self.rows()
            if answer.data
        }


def gate_form(questions: Sequence[GateQuestion], screening: Screening | None) -> GateForm:
    """Make the form for these questions, filled with what is stored."""
    pairs = [("", _l("open")), *((answer, answer.label) for answer in GateAnswer)]
    fields: dict[str, object] = {"questions": questions}
    data: dict[str, object] = {"seen": screening.version if screening else 0}
    for question in questions:
        fields[f"answer_{question.key}"] = _one_or_none(question.question, pairs)
        fields[f"note_{question.key}"] = line(_l("Note"), required=False, longest=500)
        stored = screening.answers.get(question.key, {}) if screening else {}
        data[f"answer_{question.key}"] = stored.get("answer", "")
        data[f"note_{question.key}"] = stored.get("note", "")
    form: GateForm = type("GateForm", (GateForm,), fields)(data=data)
    return form


class QuestionForm(Form):
    """A question back to the author."""

    question = text(_l("Your question to the author"))

    def validate_question(self, field: Field) -> None:
        """Ask for filled gaps."""
        check_gap(field)


class ClosingForm(ReasonForm):
    """Why an idea is closed in the screening."""

    ground = select_one(_l("Ground"), required=False)

    def __init__(self, *, answered: bool = False) -> None:
        """Offer the grounds; once the questions are answered they can be one."""
        super().__init__()
        first = ("", _l("answered with “no” above") if answered else _l("please choose"))
        self.ground.choices = choices([first, *((ground, ground.label) for ground in Ground)])

    @property
    def chosen_ground(self) -> Ground | None:
        """Return the chosen ground, or None if the questions say why."""
        return Ground(self.ground.data) if self.ground.data else None


class RoundForm(Form):
    """A new round of scoring."""

    campaign = select_one(_l("Campaign"))
    name = line(_l("Name of the round"), hint=_l("For example “Round in autumn 2026”."))
    due_on = day(_l("To be scored until"))


class ScoreForm(EditingForm):
    """Points and comments for each criterion."""

    criteria: Sequence[Criterion] = ()
    note = text(
        _l("Note on the whole idea"),
        required=False,
        longest=4000,
        hint=_l("Shown without your name."),
    )

    def rows(self) -> list[tuple[Criterion, Field, Field]]:
        """Return each criterion with its scale and its comment."""
        return [
            (criterion, self[f"mark_{criterion.key}"], self[f"comment_{criterion.key}"])
            for criterion in self.criteria
        ]

    def judgement(self) -> Judgement:
        """Return what was filled in."""
        return Judgement(
            {criterion.key: int(mark.data) for criterion, mark, _text in self.rows() if mark.data},
            {criterion.key: text.data for criterion, _mark, text in self.rows() if text.data},
            self.note.data or "",
        )

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Ask for a comment at both ends of the scale, next to the field."""
        valid = bool(super().validate(extra_validators))
        for _criterion, mark, comment in self.rows():
            if mark.data and int(mark.data) in NEEDS_A_COMMENT and not comment.data:
                comment.errors = [_("Please give a reason for every 1 and every 5.")]
                valid = False
        return valid


def score_form(criteria: Sequence[Criterion], own: Score | None) -> ScoreForm:
    """Make the form for these criteria, filled with the own score."""
    scale = range(figures.LOWEST, figures.HIGHEST + 1)
    pairs: list[tuple[str, object]] = [(str(point), point) for point in scale]
    pairs.append(("", "–"))
    fields: dict[str, object] = {"criteria": criteria}
    data: dict[str, object] = {"seen": own.version if own else 0, "note": own.note if own else ""}
    for criterion in criteria:
        fields[f"mark_{criterion.key}"] = _one_or_none(criterion.name, pairs)
        fields[f"comment_{criterion.key}"] = text(
            _l("Comment on “%(name)s”") % {"name": criterion.name},
            required=False,
            longest=2000,
            hint=_l("Needed at 1 and 5."),
        )
        point = own.marks.get(criterion.key) if own else None
        data[f"mark_{criterion.key}"] = str(point) if point else ""
        data[f"comment_{criterion.key}"] = own.comments.get(criterion.key, "") if own else ""
    form: ScoreForm = type("ScoreForm", (ScoreForm,), fields)(data=data)
    return form


class AbstainForm(EditingForm):
    """Why a member gives no points."""

    kind = _one_of(_l("Why you give no points"))
    note = text(_l("Note"), required=False, longest=2000)

    def __init__(self, **given: object) -> None:
        """Offer the reasons."""
        super().__init__(**given)
        self.kind.choices = choices((kind, kind.label) for kind in REASONS)


class DecisionForm(WayFields, Form):
    """The motion, both texts, who was present, and the votes."""

    outcome = _one_of(_l("Motion"))
    defer_until = day(
        _l("Deferred until"),
        required=False,
        hint=_l("Only when deferring: the idea comes back then at the latest."),
    )
    reason_internal = text(
        _l("Internal reason"), hint=_l("At least 40 characters; only the steering group reads it.")
    )
    letter = text(
        _l("Letter to the author"),
        hint=_l("At least 40 characters: thanks, decision, reasons, what happens next."),
    )
    present = SelectMultipleField(
        _l("Present for this idea"), widget=ListWidget(), option_widget=CheckboxInput()
    )
    yes = whole_number(_l("Yes"), 0, MANY)
    no = whole_number(_l("No"), 0, MANY)
    abstain = whole_number(_l("Abstentions"), 0, MANY)

    def __init__(
        self,
        members: Iterable[Person],
        excluded: Mapping[int, Lazy],
        earlier: Decision | None = None,
    ) -> None:
        """Offer who may decide, without the excluded ones; begin with a discarded decision."""
        super().__init__(data=vars(earlier) if earlier else None)
        self.outcome.choices = choices((outcome, outcome.label) for outcome in Outcome)
        self.offer_ways()
        entitled = [member for member in members if member.id not in excluded]
        self.present.choices = choices((str(member.id), member.name) for member in entitled)
        self.present.data = [str(key) for key in self.present.data or ()]

    def validate_reason_internal(self, field: Field) -> None:
        """Ask for more than a word."""
        _need(field, SHORTEST_TEXT)

    def validate_letter(self, field: Field) -> None:
        """Ask for more than a word, and for filled gaps."""
        check_gap(field)
        _need(field, SHORTEST_TEXT)

    def validate(self, extra_validators: Mapping[str, object] | None = None) -> bool:
        """Ask for what belongs to the motion: a change, an office."""
        valid = bool(super().validate(extra_validators))
        outcome = self.outcome.data
        if valid and outcome != Outcome.SELECT:
            try:
                whole_reason(self.letter.data, self.change.data or "")
            except Invalid as error:
                self.change.errors = [error.message]
                valid = False
        return valid & (outcome != Outcome.FORWARD or self.names_destination())

    def validate_defer_until(self, field: Field) -> None:
        """Ask for a day when deferring, and only then."""
        if (self.outcome.data == Outcome.DEFER) != (field.data is not None):
            raise ValidationError(_("A day belongs to deferring, and only to it."))

    @property
    def whole_letter(self) -> str:
        """Return the letter as the author reads it, as far as it is written."""
        letter, change = self.letter.data or "", self.change.data or ""
        told = change and self.outcome.data != Outcome.SELECT
        return joined(letter, change) if told else letter

    def motion(self) -> Motion:
        """Return the motion."""
        outcome = Outcome(self.outcome.data)
        return Motion(
            outcome,
            self.reason_internal.data,
            self.letter.data,
            self.defer_until.data,
            change=self.change.data or "" if outcome != Outcome.SELECT else "",
            tag_ids=tuple(int(key) for key in self.tag_ids.data),
            destination=self.destination() if outcome == Outcome.FORWARD else None,
        )

    def poll(self) -> Poll:
        """Return presence and votes."""
        present = frozenset(int(key) for key in self.present.data)
        return Poll(present, self.yes.data, self.no.data, self.abstain.data)


class DiscardForm(Form):
    """Why a recorded decision is taken back."""

    reason = text(
        _l("Reason"), hint=_l("At least 20 characters; only the steering group reads it.")
    )

    def validate_reason(self, field: Field) -> None:
        """Ask for more than a word."""
        _need(field, SHORTEST_REASON)


def renew(form: Form) -> None:
    """Give a form that is shown again a fresh token, because its first sending had a reply."""
    form.request_key.data = new_request_key()


def _need(field: Field, shortest: int) -> None:
    if visible_length(field.data or "") < shortest:
        raise ValidationError(_("Please write at least %(count)s characters.", count=shortest))
