"""What must hold of the ways beside the main one."""

from collections.abc import Iterator

from sqlalchemy import and_, or_, select

from ideas.cli.invariants.finding import each
from ideas.ideation.models import (
    EventTag,
    FastTrack,
    Forwarding,
    Idea,
    IdeaTag,
    Objection,
    Status,
    TrackStage,
)
from ideas.process.models import Entry
from ideas.steering.models import Decision, Outcome

OPEN_STAGES = (TrackStage.PROPOSED, TrackStage.AGREED)
DECIDED = (Status.DECLINED, Status.INADMISSIBLE, Status.DEFERRED, Status.FORWARDED)


def byways() -> Iterator[str]:
    """What is open belongs to an idea in the state for it; what has ended says how."""
    track, sent, one = FastTrack, Forwarding, Objection
    lane = select(Idea.id).outerjoin(
        track, and_(track.idea_id == Idea.id, track.ended_at.is_(None))
    )
    lane = lane.where((Idea.status == Status.FAST_TRACK) != track.id.is_not(None))
    yield from each("Idee {}: Schnellweg und Status passen nicht zusammen.", lane)
    stages = select(track.id).where(track.ended_at.is_(None) != track.stage.in_(OPEN_STAGES))
    yield from each("Schnellweg {} ist offen oder beendet, sein Stand sagt anderes.", stages)
    elsewhere = select(Idea.id).join(sent, sent.idea_id == Idea.id)
    elsewhere = elsewhere.where(sent.ended_at.is_(None), Idea.status != Status.FORWARDED)
    yield from each("Idee {} ist zurück und gilt doch als weitergeleitet.", elsewhere)
    answered = select(one.id).where(one.ended_at.is_(None) != one.verdict.is_(None))
    yield from each("Einspruch {} ist beantwortet ohne Ergebnis.", answered)
    idle = select(one.id).join(Idea, Idea.id == one.idea_id)
    idle = idle.where(one.ended_at.is_(None), Idea.status.not_in(DECIDED))
    yield from each("Einspruch {} wartet, obwohl die Idee wieder im Verfahren ist.", idle)
    foreign = select(one.id).join(Entry, Entry.sequence == one.entry_sequence)
    foreign = foreign.where(or_(Entry.subject_kind != "idea", Entry.subject_id != one.idea_id))
    yield from each("Einspruch {} richtet sich gegen eine fremde Entscheidung.", foreign)


def waiting() -> Iterator[str]:
    """Only deferred ideas wait for events that are to come; only sent-on decisions name offices."""
    tagged = select(IdeaTag.idea_id).join(Idea, Idea.id == IdeaTag.idea_id)
    yield from each(
        "Idee {} wartet auf ein Ereignis, ohne zurückgestellt zu sein.",
        tagged.where(Idea.status != Status.DEFERRED),
    )
    over = select(IdeaTag.idea_id).join(EventTag, EventTag.id == IdeaTag.tag_id)
    yield from each(
        "Idee {} wartet auf ein Ereignis, das eingetreten ist.",
        over.where(EventTag.released_at.is_not(None)),
    )
    named = Decision.office.is_not(None) & Decision.ask_again_on.is_not(None)
    unlike = select(Decision.id).where((Decision.outcome == Outcome.FORWARD) != named)
    yield from each("Entscheidung {}: Antrag und genannte Stelle passen nicht zusammen.", unlike)
