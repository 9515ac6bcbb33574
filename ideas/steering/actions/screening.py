"""The coordinator looks at an idea: publish, check, ask back, pass on, close."""

from collections.abc import Mapping
from dataclasses import dataclass

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _
from ideas.ideation.actions import index_idea
from ideas.ideation.actions.waiting import stop_waiting
from ideas.ideation.models import Idea, Status
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply
from ideas.programme.actions.reasons import require_filled, whole_reason
from ideas.programme.queries import gate_questions
from ideas.steering import events, rules, workflow
from ideas.steering.models import GateAnswer, Ground, Screening
from ideas.steering.queries import find_screening, ideas_due_again, lock

NO_CLIENT_DATA = "no_client_data"  # the question of the screening that hides an idea


@dataclass(frozen=True)
class Answer:
    """The answer to one question of the screening."""

    answer: GateAnswer
    note: str = ""


def publish_idea(idea: Idea, *, actor: Person) -> Screening:
    """Let the house read the idea and begin its screening."""
    lock(idea)
    apply(workflow.publish, idea, actor=actor)
    idea.published_at = idea.published_at or clock.now()
    screening = find_screening(idea) or Screening(idea_id=idea.id, answers={})
    index_idea(idea)
    session.add(screening)
    session.flush()
    return screening


def save_screening(
    idea: Idea, answers: Mapping[str, Answer], *, seen: int, actor: Person
) -> Screening:
    """Keep the answers to the gate questions.

    Raises:
        Stale: somebody else changed them since they were seen.
    """
    rules.may_screen.require(actor, idea)
    screening = _screening_in_work(idea)
    if screening.version != seen:
        message = _("Somebody else changed the answers in the meantime.")
        raise Stale(message, screening)
    if not set(answers) <= {question.key for question in gate_questions()}:
        raise Invalid(_("There is no such question."))
    kept = {key: {"answer": given.answer, "note": given.note} for key, given in answers.items()}
    if kept != screening.answers:
        screening.answers = kept
        states = {key: given.answer for key, given in answers.items()}
        events.checked.record(screening, actor=actor, answers=states)
    return screening


def ask_back(idea: Idea, question: str, *, actor: Person) -> None:
    """Ask the author one concrete question; the house waits for the answer."""
    lock(idea)
    if not question.strip():
        raise Invalid(_("Please write your question."))
    require_filled(question)
    apply(workflow.ask_back, idea, actor=actor, why=Why(public=question))
    _take_out_of_waiting(idea)


def pass_on(idea: Idea, *, actor: Person) -> None:
    """Let the idea wait for the next round of scoring."""
    lock(idea)
    apply(workflow.pass_on, idea, actor=actor)
    screening = find_screening(idea)
    if screening:
        screening.passed_at = clock.now()


def close_idea(
    idea: Idea, reason: str, ground: Ground | None = None, *, change: str, actor: Person
) -> None:
    """Close the idea with a reason that its author reads.

    Raises:
        Invalid: the reason is not whole, or neither a question nor a ground says why.
    """
    lock(idea)
    rules.may_screen.require(actor, idea)
    public = whole_reason(reason, change)
    if ground is None and workflow.no_gate_says_no(idea) is None:
        raise Invalid(_("Please choose a ground, or answer a question of the screening with “no”."))
    details = {"ground": ground.value} if ground else {}
    if _holds_client_data(idea, ground):
        idea.withheld_at = clock.now()  # from now on only author, coordination and chair read it
        index_idea(idea)
    apply(workflow.close, idea, actor=actor, why=Why(public=public), **details)
    _take_out_of_waiting(idea)


def resume_deferred(*, actor: Person) -> int:
    """Take up the deferred ideas whose date has come; return how many."""
    due = ideas_due_again(clock.today())
    for idea in due:
        apply(workflow.resume, idea, actor=actor)
        begin_anew(idea)
    return len(due)


def begin_anew(idea: Idea) -> None:
    """Let an idea that came back be screened from the start: it waits for nothing any more."""
    stop_waiting(idea)
    _take_out_of_waiting(idea)


def _screening_in_work(idea: Idea) -> Screening:
    lock(idea)
    screening = find_screening(idea)
    if screening is None or idea.status != Status.SCREENING or screening.passed_at:
        raise NotPossible(_("The answers can only be changed while the idea is being screened."))
    session.refresh(screening)
    return screening


def _holds_client_data(idea: Idea, ground: Ground | None) -> bool:
    screening = find_screening(idea)
    answer = screening.answers.get(NO_CLIENT_DATA, {}) if screening else {}
    return ground == Ground.CLIENT_DATA or answer.get("answer") == GateAnswer.NO


def _take_out_of_waiting(idea: Idea) -> None:
    screening = find_screening(idea)
    if screening:
        screening.passed_at = None
