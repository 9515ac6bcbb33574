"""Two ideas count as one and can part again: a link, nothing is moved, copied or deleted."""

from datetime import date

from sqlalchemy import update

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.core.plain_text import visible_length
from ideas.ideation import events, rules
from ideas.ideation.actions.comments import moment_of
from ideas.ideation.actions.family import recount
from ideas.ideation.actions.indexing import index_idea
from ideas.ideation.models import Ball, Idea, Merging
from ideas.ideation.queries.family import find_merging, lock_both
from ideas.ideation.sealing import voice
from ideas.ideation.workflow import merging as workflow
from ideas.people.models import Person
from ideas.process.events import Why
from ideas.process.transitions import apply
from ideas.programme.models import Step
from ideas.programme.queries import due_date

SHORTEST_REASON = 20
OBJECTION_DAYS = 10
STEP_OF = {Ball.AUTHOR: Step.QUERY, Ball.COORDINATION: Step.SCREENING, Ball.CHAIR: Step.SCORING}


def merge_ideas(idea: Idea, target: Idea, reason: str, *, actor: Person) -> None:
    """Let the idea lead to the target, which counts for both from now on.

    Raises:
        Invalid: the reason is too short.
        NotPossible: a state, a circle or a chain forbids it; the message names the way out.
    """
    rules.may_merge.require(actor, idea)
    rules.may_merge.require(actor, target)
    lock_both(idea, target)
    if problem := workflow.what_forbids_merging(idea, target):
        raise NotPossible(problem)
    why = _why(reason)
    merging = Merging(
        idea_id=idea.id,
        made_at=clock.now(),
        from_status=idea.status,
        from_ball=idea.ball,
        from_until=idea.ball_until,
        object_until=clock.add_working_days(clock.today(), OBJECTION_DAYS),
    )
    apply(workflow.merge, idea, actor=actor, why=why, other=target.number)
    events.merged_in.record(target, actor=actor, why=why, other=idea.number)
    idea.merged_into = target
    session.add(merging)
    _tie(target, 1)


def undo_merging(idea: Idea, reason: str, *, actor: Person) -> None:
    """Let the idea go on by itself where it stood; what was added to the other one stays there.

    Raises:
        Invalid: the reason is too short.
        NotPossible: it is not merged, or the two were decided on together.
    """
    home = _home_of(idea)
    rules.may_merge.require(actor, idea)
    rules.may_merge.require(actor, home)
    merging = _locked(idea, home)
    why = _why(reason)
    apply(workflow.PARTINGS[merging.from_status], idea, actor=actor, why=why, other=home.number)
    idea.ball, idea.ball_until = merging.from_ball, _promised_again(idea, merging)
    idea.ball_since = idea.moved_at = clock.now()
    idea.merged_into = None
    session.delete(merging)
    _tie(home, -1)
    events.merged_out.record(home, actor=actor, why=why, other=idea.number)


def object_to_merging(idea: Idea, text: str, *, actor: Person) -> None:
    """Say once, within ten working days, why one's idea should go on by itself.

    Raises:
        NotPossible: it is not merged, it was objected already, or it is too late.
    """
    rules.may_object_to_merging.require(actor, idea)
    merging = _locked(idea, _home_of(idea))
    if problem := workflow.what_forbids_objecting(merging):
        raise NotPossible(problem)
    merging.objected_at = moment_of(voice(actor, idea))
    events.merging_disputed.record(idea, actor=actor, why=Why(public=text))


def keep_merging(idea: Idea, answer: str, *, actor: Person) -> None:
    """Answer the objection: the ideas stay merged, and why.

    Raises:
        Invalid: the answer is too short.
        NotPossible: no objection waits.
    """
    rules.may_merge.require(actor, idea)
    merging = _locked(idea, _home_of(idea))
    if not merging.is_disputed:
        raise NotPossible(_("No objection waits for an answer."))
    why = _why(answer)
    merging.answered_at = clock.now()
    events.merging_kept.record(idea, actor=actor, why=why)


def _tie(home: Idea, step: int) -> None:
    """Count the ideas that lead here, and what they bring; search finds them all here."""
    session.flush()
    session.execute(
        update(Idea)
        .where(Idea.id == home.id)
        .values(merged_count=Idea.merged_count + step, moved_at=clock.now()),
        execution_options={"synchronize_session": False},
    )
    session.expire(home, ["merged_count", "merged_ideas", "moved_at"])
    recount(home)
    index_idea(home)


def _home_of(idea: Idea) -> Idea:
    if idea.merged_into is None:
        raise _not_merged()
    return idea.merged_into


def _locked(idea: Idea, home: Idea) -> Merging:
    """Lock both ideas; return what is kept of their merging, which may be over by now."""
    lock_both(idea, home)
    merging = find_merging(idea)
    if merging is None or idea.merged_into_id != home.id:
        raise _not_merged()
    session.refresh(merging)
    return merging


def _promised_again(idea: Idea, merging: Merging) -> date | None:
    """Return the promised day of before, or a new one if it has passed meanwhile."""
    until, step = merging.from_until, STEP_OF.get(merging.from_ball)
    if until is None or step is None or until >= clock.today():
        return until
    return due_date(step, clock.today(), idea.campaign_id)


def _why(reason: str) -> Why:
    if visible_length(reason) < SHORTEST_REASON:
        raise Invalid(_("Please give a reason of at least 20 characters; the authors read it."))
    return Why(public=reason.strip())


def _not_merged() -> NotPossible:
    return NotPossible(_("This idea is not merged with another one."))
