"""What waits for a person beside the main way."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from ideas.byways import rules
from ideas.core import clock
from ideas.core.database import session
from ideas.core.enums import Labelled
from ideas.core.i18n import _l
from ideas.ideation.models import FastTrack, Forwarding, Idea, Objection, TrackStage
from ideas.people.models import Person


class DutyKind(Labelled):
    """What is to be done."""

    AGREE = "agree", _l("Say whether you do it in the fast lane")
    FINISH = "finish", _l("Do it in the fast lane and say so")
    ASK_AGAIN = "ask_again", _l("Ask the other office again")
    OBJECTION = "objection", _l("Answer the objection")


@dataclass(frozen=True)
class Duty:
    """An idea that waits for the person, and until when."""

    kind: DutyKind
    number: str
    title: str
    until: date | None


def duties_of(person: Person) -> list[Duty]:
    """Return what the person has to answer, to do, to ask and to judge."""
    found = _fast_tracks(person)
    if rules.may_see_forwarded(person):
        found += [*_to_ask_again(person), *_objections(person)]
    return found


def _fast_tracks(person: Person) -> list[Duty]:
    statement: Any = (
        select(FastTrack.stage, Idea.number, Idea.title, Idea.ball_until)
        .join(Idea, Idea.id == FastTrack.idea_id)
        .where(FastTrack.responsible_id == person.id, FastTrack.ended_at.is_(None))
        .order_by(FastTrack.id)
    )
    kinds = {TrackStage.PROPOSED: DutyKind.AGREE, TrackStage.AGREED: DutyKind.FINISH}
    return [Duty(kinds[stage], *row) for stage, *row in session.execute(statement)]


def _to_ask_again(person: Person) -> list[Duty]:
    statement: Any = (
        select(Idea.number, Idea.title, Forwarding.ask_again_on)
        .join(Idea, Idea.id == Forwarding.idea_id)
        .where(Forwarding.ended_at.is_(None), Forwarding.ask_again_on <= clock.today())
        .where(Idea.author_id != person.id)
        .order_by(Forwarding.ask_again_on, Forwarding.id)
    )
    return [Duty(DutyKind.ASK_AGAIN, *row) for row in session.execute(statement)]


def _objections(person: Person) -> list[Duty]:
    statement: Any = (
        select(Idea.number, Idea.title, Objection.answer_until, Objection.decided_by)
        .join(Idea, Idea.id == Objection.idea_id)
        .where(Objection.ended_at.is_(None), Idea.author_id != person.id)
        .order_by(Objection.answer_until, Objection.id)
    )
    return [
        Duty(DutyKind.OBJECTION, number, title, until)
        for number, title, until, decided_by in session.execute(statement)
        if person.id not in decided_by
    ]
