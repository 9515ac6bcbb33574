"""A small fix that the responsible unit does at once, while the steering group may call it in."""

from ideas.byways import rules, workflow
from ideas.byways.actions.words import require_words
from ideas.byways.queries import find_track, overdue_tracks
from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.ideation.models import FastTrack, Idea, TrackStage
from ideas.ideation.rules import is_named_involved, is_named_reader
from ideas.people.models import Person, Role, Unit
from ideas.process.events import Why
from ideas.process.transitions import apply
from ideas.programme.models import Step
from ideas.programme.queries import due_date
from ideas.steering.actions.screening import begin_anew
from ideas.steering.queries import find_screening, lock


def propose_fast_track(
    idea: Idea, plan: str, *, unit: Unit, responsible: Person, actor: Person
) -> FastTrack:
    """Propose that a unit does at once what is small, reversible and cheap.

    Raises:
        Invalid: it is not said what is done, or the person cannot take part.
    """
    lock(idea)
    rules.may_propose_fast_track.require(actor, idea)
    require_words(plan)
    if not responsible.is_active or Role.EMPLOYEE not in responsible.roles:
        raise Invalid(_("This person does not take part any more."))
    if is_named_involved(responsible, idea):
        raise Invalid(_("Who brought the idea cannot answer for the unit. Please name another."))
    if not is_named_reader(responsible, idea):
        raise Invalid(_("This person may not read the idea. Please name somebody else."))
    track = FastTrack(
        idea=idea,
        unit_id=unit.id,
        responsible_id=responsible.id,
        plan=plan.strip(),
        stage=TrackStage.PROPOSED,
        proposed_at=clock.now(),
    )
    session.add(track)
    session.flush()
    apply(workflow.propose, idea, actor=actor, why=Why(public=plan), track=track.id)
    begin_anew(idea)
    return track


def answer_fast_track(idea: Idea, word: str, *, agrees: bool, actor: Person) -> None:
    """Say for the unit whether it does the fix; a no needs a word.

    Raises:
        Invalid: the word for the no is missing.
    """
    lock(idea)
    rules.may_answer_fast_track.require(actor, idea)
    if not agrees:
        require_words(word)
    apply(workflow.agree if agrees else workflow.refuse, idea, actor=actor, why=Why(public=word))
    track = _track(idea)
    if agrees:
        track.stage, track.agreed_at = TrackStage.AGREED, clock.now()
        track.call_in_until = due_date(Step.CALL_IN, clock.today(), idea.campaign_id)
    else:
        _end(track, TrackStage.REFUSED)


def finish_fast_track(idea: Idea, word: str, *, actor: Person) -> None:
    """Say what was done: the idea is introduced without a project.

    Raises:
        Invalid: it is not said what was done.
    """
    lock(idea)
    rules.may_finish_fast_track.require(actor, idea)
    require_words(word)
    apply(workflow.finish, idea, actor=actor, why=Why(public=word))
    track = _track(idea)
    track.done_at = clock.now()
    _end(track, TrackStage.DONE)


def call_in(idea: Idea, reason: str, *, actor: Person) -> None:
    """Let the steering group have the idea after all; what was done stays on record.

    Raises:
        Invalid: the reason is missing.
    """
    lock(idea)
    rules.may_call_in.require(actor, idea)
    require_words(reason)
    apply(workflow.call_in, idea, actor=actor, why=Why(public=reason))
    _end(_track(idea), TrackStage.CALLED_IN)
    screening = find_screening(idea)
    if screening:
        screening.passed_at = clock.now()


def lapse_fast_tracks(*, actor: Person) -> int:
    """Screen again what was neither agreed nor done by its day; return how much."""
    rules.may_lapse_fast_track.require(actor)
    late = overdue_tracks(clock.today())
    for track in late:
        apply(workflow.lapse, track.idea, actor=actor)
        _end(track, TrackStage.LAPSED)
        begin_anew(track.idea)
    return len(late)


def _track(idea: Idea) -> FastTrack:
    """Return the idea's track; the step that was just taken asked for it."""
    track = find_track(idea)
    assert track is not None  # noqa: S101 (narrows the type; the guards have found it)
    return track


def _end(track: FastTrack, stage: TrackStage) -> None:
    track.stage, track.ended_at = stage, clock.now()
