"""Reading answers: in the words of a page, and whether they are what the question asked for."""

from datetime import date, datetime

from ideas.core.i18n import _, day
from ideas.ideation.models import Idea
from ideas.programme.models import Question, QuestionKind

DAYS = ("%Y-%m-%d", "%d.%m.%Y")
LONGEST_NUMBER = 20


def answered(idea: Idea) -> list[tuple[str, str]]:
    """Return question and answer, as pages print them, of all that was answered."""
    if not idea.answer_count:
        return []
    ordered = sorted(idea.answers, key=lambda row: (row.question.position, row.question_id))
    return [(row.question.label, shown(row.question, row.text)) for row in ordered if row.text]


def shown(question: Question, text: str) -> str:
    """Return an answer as it is printed."""
    if question.kind == QuestionKind.DATE and (value := as_day(text)):
        return day(value)
    if question.kind == QuestionKind.MANY:
        return ", ".join(text.splitlines())
    return text


def missing(question: Question, text: str) -> str:
    """Say what is wrong with the answer before it can be handed in; "" if nothing is."""
    label = question.label
    if not text:
        needed = question.is_required
        return _("Please answer the question “%(question)s”.", question=label) if needed else ""
    if question.kind == QuestionKind.NUMBER and not is_number(text):
        return _("“%(question)s” needs a number.", question=label)
    if question.kind == QuestionKind.DATE and as_day(text) is None:
        return _("“%(question)s” needs a day such as 24.12.2026.", question=label)
    chosen = {QuestionKind.ONE: [text], QuestionKind.MANY: text.splitlines()}
    if set(chosen.get(question.kind, ())) - set(question.options):
        return _("Please choose anew: “%(question)s” has other answers now.", question=label)
    return ""


def is_number(text: str) -> bool:
    """Say whether the text is a number as a German or a program writes it: 1.200,5 or -3.5."""
    plain = text.removeprefix("-").replace(".", "").replace(",", "", 1)
    return len(text) <= LONGEST_NUMBER and plain.isascii() and plain.isdigit()


def as_day(text: str) -> date | None:
    """Return the day that the text names, or None."""
    for pattern in DAYS:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None
