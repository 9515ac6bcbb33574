"""A member scores an idea, or says why not; sealed until the chair releases the round."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.exc import IntegrityError

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible, Stale
from ideas.core.i18n import _
from ideas.ideation.models import Idea
from ideas.people.models import Person
from ideas.programme.models import Activity
from ideas.programme.rules import must_allow
from ideas.steering import events, figures, rules
from ideas.steering.models import Ballot, RoundIdea, Score, ScoreKind
from ideas.steering.queries import ballot_for

NEEDS_A_COMMENT = frozenset({figures.LOWEST, figures.HIGHEST})


@dataclass(frozen=True)
class Judgement:
    """What a member writes: points, the comments on them, and a note."""

    points: Mapping[str, int]
    comments: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


def score_idea(idea: Idea, judgement: Judgement, *, seen: int, actor: Person) -> Score:
    """Score an idea, or change one's score, as long as the round is open.

    Raises:
        Invalid: points, comments or too many gaps break the rubric's rules.
        Stale: the score was changed since it was seen, in another tab.
    """
    ballot = _open_ballot(idea, actor)
    campaign = ballot.entry.round.campaign if ballot.entry else idea.campaign
    marks = figures.Marks(
        judgement.points, {criterion.key: criterion.weight for criterion in campaign.criteria}
    )
    comments = {key: text.strip() for key, text in judgement.comments.items() if text.strip()}
    if not set(comments) <= set(marks):
        raise Invalid(_("A comment needs a point on the scale."))
    if any(value in NEEDS_A_COMMENT and key not in comments for key, value in marks.items()):
        raise Invalid(_("Please give a reason for every 1 and every 5."))
    values: dict[str, object] = {
        "kind": ScoreKind.SCORED,
        "marks": dict(marks),
        "comments": comments,
        "note": judgement.note,
        "weighted": marks.weighted,
    }
    return _keep(ballot, values, seen=seen, actor=actor)


def decline_to_score(
    idea: Idea, kind: ScoreKind, note: str = "", *, seen: int, actor: Person
) -> Score:
    """Declare a bias, a foreign field or an abstention: it carries no value.

    Raises:
        Stale: the score was changed since it was seen, in another tab.
    """
    ballot = _open_ballot(idea, actor)
    if kind == ScoreKind.SCORED:
        raise Invalid(_("Please choose why you give no points."))
    values: dict[str, object] = {"kind": kind, "note": note, "weighted": None}
    values |= {"marks": {}, "comments": {}}
    return _keep(ballot, values, seen=seen, actor=actor)


def _open_ballot(idea: Idea, actor: Person) -> Ballot:
    """Return the actor's ballot in the open round, which cannot be closed meanwhile."""
    ballot = ballot_for(idea, actor, lock=True)
    rules.may_score.require(actor, ballot)
    if ballot.entry is None:
        raise NotPossible(_("This idea is not being scored at the moment."))
    must_allow(ballot.entry.round.campaign, Activity.SCORE)
    return ballot


def _keep(ballot: Ballot, values: Mapping[str, object], *, seen: int, actor: Person) -> Score:
    entry, score = ballot.entry, ballot.own
    if (score.version if score else 0) != seen or entry is None:
        raise _changed(score)
    is_new = score is None
    score = score or _new_score(entry, actor)
    for name, value in values.items():
        setattr(score, name, value)
    score.changed_at = clock.now()
    try:
        with session.begin_nested():
            session.add(score)
    except IntegrityError as error:
        raise _changed(None) from error
    event = events.scored if is_new else events.score_changed
    event.record(score, actor=actor, round=entry.round_id, idea=entry.idea_id)
    return score


def _new_score(entry: RoundIdea, actor: Person) -> Score:
    return Score(
        round_id=entry.round_id, idea_id=entry.idea_id, scorer_id=actor.id, made_at=clock.now()
    )


def _changed(current: Score | None) -> Stale:
    return Stale(_("You changed this score in another window in the meantime."), current)
