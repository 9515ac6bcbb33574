"""Keep what is answered to a campaign's own questions, loosely as long as it is a draft."""

from collections.abc import Mapping

from ideas.core.database import session
from ideas.ideation import rules
from ideas.ideation.models import Idea, IdeaAnswer
from ideas.people.models import Person
from ideas.programme.models import Question
from ideas.programme.queries import questions_of


def answer_questions(idea: Idea, typed: Mapping[str, str], *, actor: Person) -> None:
    """Store what one answers to the questions of the draft's campaign."""
    rules.may_edit.require(actor, idea)
    keep_answers(idea, typed)


def keep_answers(idea: Idea, typed: Mapping[str, str]) -> None:
    """Store the draft's answers by the questions' keys; those to another campaign are kept too."""
    asked = {question.key: question for question in questions_of(idea.campaign)}
    if not (asked or idea.answers):
        return
    for row in list(idea.answers):
        if row.question.key in asked and row.question_id != asked[row.question.key].id:
            idea.answers.remove(row)  # the question was changed: the answer goes to its new version
            _put(idea, asked[row.question.key], row.text)
    for key, question in asked.items():
        if key in typed:
            _put(idea, question, typed[key])
    idea.answer_count = len(idea.answers)


def settle_answers(idea: Idea) -> None:
    """Bind an idea that is handed in to the questions its campaign asks now, and to no others."""
    asked = {question.id: question for question in questions_of(idea.campaign)}
    keep_answers(idea, {})
    for row in list(idea.answers):
        if row.question_id not in asked:
            idea.answers.remove(row)
    for question in asked.values():
        _put(idea, question)
    idea.answer_count = len(idea.answers)


def change_answers(idea: Idea, typed: Mapping[str, str]) -> bool:
    """Change answers of an idea that was handed in; say whether anything is different."""
    changed = False
    for row in idea.answers if idea.answer_count else ():
        text = typed.get(row.question.key, row.text)
        changed = changed or text != row.text
        row.text = text
    return changed


def _put(idea: Idea, question: Question, text: str | None = None) -> None:
    """Write the answer to this version of a question; without a text only make room for it."""
    for row in idea.answers:
        if row.question_id == question.id:
            row.text = row.text if text is None else text
            return
    with session.no_autoflush:
        idea.answers.append(IdeaAnswer(question=question, question_id=question.id, text=text or ""))
