"""The arrows an author causes, and the one way to hand an idea on."""

from ideas.core.i18n import _, _l
from ideas.ideation import events, rules
from ideas.ideation.models import Ball, Idea, Status
from ideas.ideation.queries import open_naming
from ideas.ideation.queries.answers import missing
from ideas.ideation.workflow.company import COMPANY
from ideas.ideation.workflow.handing import go_on, hand_to
from ideas.ideation.workflow.merging import MERGING
from ideas.process.transitions import Transition
from ideas.programme.models import Step
from ideas.programme.queries import questions_of, why_no_ideas

EDITABLE = frozenset({Status.SUBMITTED, Status.QUERY})


def has_its_texts(idea: Idea) -> str | None:
    """Title, problem and proposal are written; an imported idea may hold its one text only."""
    if idea.source_key and idea.title:
        return None
    if idea.title and idea.problem and idea.proposal:
        return None
    return _("Please write at least the title, the problem and the proposal.")


def campaign_takes_ideas(idea: Idea) -> str | None:
    """The campaign is open today, and its phase lets ideas in."""
    return why_no_ideas(idea.campaign) or None


def questions_are_answered(idea: Idea) -> str | None:
    """The campaign's own questions are answered as far as they must be, each in its kind."""
    asked = questions_of(idea.campaign)
    given = {answer.question.key: answer.text for answer in idea.answers} if asked else {}
    return " ".join(filter(None, (missing(one, given.get(one.key, "")) for one in asked))) or None


def keeps_its_answers(idea: Idea) -> str | None:
    """What was answered at hand-in still is, each question as it was asked then."""
    rows = idea.answers if idea.answer_count else []
    return " ".join(filter(None, (missing(row.question, row.text) for row in rows))) or None


def goes_by_name(idea: Idea) -> str | None:
    """The author's name is not sealed."""
    if not idea.is_sealed:
        return None
    return _("This is not possible as long as the idea is anonymous.")


def was_posted(idea: Idea) -> str | None:
    """The idea lies in the letter box."""
    if idea.seal is not None and idea.seal.posted_on is not None:
        return None
    return _("This idea does not lie in the letter box.")


def before_posting(idea: Idea) -> list[str]:
    """Return what an anonymous draft still lacks before it goes into the letter box."""
    problems = (has_its_texts(idea), questions_are_answered(idea), campaign_takes_ideas(idea))
    return [problem for problem in problems if problem]


def has_its_author(idea: Idea) -> str | None:
    """Nobody is still being asked whether the idea is theirs."""
    naming = open_naming(idea)
    if naming is None:
        return None
    return _(
        "%(name)s has not confirmed yet to be the author. Without this yes it cannot be handed in.",
        name=naming.person.name,
    )


submit = Transition(
    "submit",
    _l("Hand in"),
    frozenset({Status.DRAFT}),
    Status.SUBMITTED,
    rules.may_submit,
    events.submitted,
    (
        has_its_texts,
        questions_are_answered,
        campaign_takes_ideas,
        has_its_author,
        goes_by_name,
    ),
    hand_to(Ball.COORDINATION, Step.PUBLISH),
)
collect = Transition(
    "collect",
    _l("Take out of the letter box"),
    frozenset({Status.DRAFT}),
    Status.SUBMITTED,
    rules.may_collect,
    events.submitted,
    (has_its_texts, was_posted),
    hand_to(Ball.COORDINATION, Step.PUBLISH),
)
withdraw = Transition(
    "withdraw",
    _l("Withdraw"),
    frozenset({Status.SUBMITTED}),
    Status.WITHDRAWN,
    rules.may_withdraw,
    events.withdrawn,
    then=hand_to(Ball.NOBODY),
)
answer = Transition(
    "answer",
    _l("Answer the question"),
    frozenset({Status.QUERY}),
    Status.SCREENING,
    rules.may_answer,
    events.answered,
    then=go_on(Ball.COORDINATION, Step.SCREENING),
)
lapse = Transition(
    "lapse",
    _l("Go on without an answer"),
    frozenset({Status.QUERY}),
    Status.SCREENING,
    rules.may_lapse,
    events.query_lapsed,
    then=go_on(Ball.COORDINATION, Step.SCREENING),
)
TRANSITIONS = (submit, collect, withdraw, answer, lapse, *COMPANY, *MERGING)
