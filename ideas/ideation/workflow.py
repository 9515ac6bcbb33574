"""The arrows an author causes, and the one way to hand an idea on."""

from collections.abc import Callable

from ideas.core import clock
from ideas.core.i18n import _, _l
from ideas.ideation import events, rules
from ideas.ideation.models import Ball, Idea, Status
from ideas.process.transitions import Transition
from ideas.programme.models import Step
from ideas.programme.queries import due_date, takes_ideas

EDITABLE = frozenset({Status.SUBMITTED, Status.QUERY})


def hand_to(ball: Ball, step: Step | None = None) -> Callable[[Idea], None]:
    """Return what gives the ball to a role, with the day the step is promised until."""

    def give(idea: Idea) -> None:
        until = due_date(step, clock.today(), idea.campaign_id) if step else None
        idea.ball, idea.ball_until = ball, until
        idea.ball_since = idea.moved_at = clock.now()

    return give


def has_its_texts(idea: Idea) -> str | None:
    """Title, problem and proposal are written; an imported idea may hold its one text only."""
    if idea.source_key and idea.title:
        return None
    if idea.title and idea.problem and idea.proposal:
        return None
    return _("Please write at least the title, the problem and the proposal.")


def campaign_takes_ideas(idea: Idea) -> str | None:
    """The campaign is open today."""
    return None if takes_ideas(idea.campaign) else _("This campaign takes no ideas at the moment.")


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
    problems = (has_its_texts(idea), campaign_takes_ideas(idea))
    return [problem for problem in problems if problem]


submit = Transition(
    "submit",
    _l("Hand in"),
    frozenset({Status.DRAFT}),
    Status.SUBMITTED,
    rules.may_submit,
    events.submitted,
    (has_its_texts, campaign_takes_ideas, goes_by_name),
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
    then=hand_to(Ball.COORDINATION, Step.SCREENING),
)
lapse = Transition(
    "lapse",
    _l("Go on without an answer"),
    frozenset({Status.QUERY}),
    Status.SCREENING,
    rules.may_lapse,
    events.query_lapsed,
    then=hand_to(Ball.COORDINATION, Step.SCREENING),
)
TRANSITIONS = (submit, collect, withdraw, answer, lapse)
