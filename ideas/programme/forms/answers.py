"""The fields of a campaign's own questions, added to the form of an idea."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from wtforms import Field, RadioField, SelectMultipleField, StringField, widgets
from wtforms.validators import Length, Optional

from ideas.core.forms import EditingForm, choices, line, text
from ideas.core.i18n import _
from ideas.core.plain_text import clean_line
from ideas.programme.models import Question, QuestionKind

PREFIX = "antwort_"
LONG_ANSWER = 10_000
LONGEST_DAY = 10


class AnswersForm(EditingForm):
    """A form that also asks what the campaign asks; a draft takes every answer as it is."""

    questions: Sequence[Question] = ()

    @property
    def answers(self) -> dict[str, str]:
        """Return what was answered, by the questions' keys; choices line by line."""
        return {question.key: _as_text(self[_name(question)].data) for question in self.questions}

    def asked(self) -> list[tuple[Question, Field]]:
        """Return each question with its field."""
        return [(question, self[_name(question)]) for question in self.questions]


Asking = TypeVar("Asking", bound=AnswersForm)


def asking(form: type[Asking], questions: Sequence[Question]) -> type[Asking]:
    """Return the form with a field for each question."""
    if not questions:
        return form
    fields: dict[str, object] = {_name(question): _field(question) for question in questions}
    fields["questions"] = tuple(questions)
    return type(f"Asked{form.__name__}", (form,), fields)


def stored_answers(rows: Iterable[tuple[Question, str]]) -> dict[str, object]:
    """Return answers as the values of the form's fields."""
    several = {QuestionKind.MANY}
    return {
        _name(question): given.splitlines() if question.kind in several else given
        for question, given in rows
    }


def _name(question: Question) -> str:
    return f"{PREFIX}{question.key}"


def _field(question: Question) -> Any:
    label, hint = question.label, question.hint
    if question.kind == QuestionKind.LONG:
        return text(label, required=False, longest=LONG_ANSWER, hint=hint)
    if question.kind == QuestionKind.DATE:
        checks = [Optional(), Length(max=LONGEST_DAY)]
        widget = widgets.DateInput()
        return StringField(label, checks, [clean_line], description=hint, widget=widget)
    if question.kind == QuestionKind.ONE:
        pairs = [(option, option) for option in question.options]
        if not question.is_required:
            pairs.append(("", _("no answer")))
        return RadioField(
            label, [Optional()], description=hint, choices=choices(pairs), validate_choice=False
        )
    if question.kind == QuestionKind.MANY:
        return SelectMultipleField(
            label,
            [Optional()],
            description=hint,
            choices=choices((option, option) for option in question.options),
            validate_choice=False,
            widget=widgets.ListWidget(prefix_label=False),
            option_widget=widgets.CheckboxInput(),
        )
    return line(label, required=False, longest=500, hint=hint)


def _as_text(data: object) -> str:
    if isinstance(data, list):
        return "\n".join(str(one) for one in data)
    return str(data or "")
