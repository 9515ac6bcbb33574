"""What waits for a person beside the main way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, String, cast, literal, null, select, type_coerce, union_all

from ideas.byways import rules
from ideas.core import clock
from ideas.core.database import session
from ideas.core.enums import Labelled
from ideas.core.i18n import _l
from ideas.ideation.models import FastTrack, Forwarding, Idea, Objection, TrackStage
from ideas.ideation.rules import involving
from ideas.people.models import Person
from ideas.process.models import Json


class DutyKind(Labelled):
    """What is to be done."""

    AGREE = "agree", _l("Say whether you do it in the fast lane")
    FINISH = "finish", _l("Do it in the fast lane and say so")
    ASK_AGAIN = "ask_again", _l("Ask the other office again")
    OBJECTION = "objection", _l("Answer the objection")


KINDS = {
    TrackStage.PROPOSED.value: DutyKind.AGREE,
    TrackStage.AGREED.value: DutyKind.FINISH,
    "ask_again": DutyKind.ASK_AGAIN,
    "objection": DutyKind.OBJECTION,
}


@dataclass(frozen=True)
class Duty:
    """An idea that waits for the person, and until when."""

    kind: DutyKind
    number: str
    title: str
    until: date | None


def duties_of(person: Person) -> list[Duty]:
    """Return what the person has to answer, to do, to ask and to judge."""
    parts: list[Select[Any]] = [_fast_tracks(person)]
    if rules.may_see_forwarded(person):
        # The list of people stands in the first part, so that its type holds for all of them.
        parts = [_objections(person), *parts, _to_ask_again(person)]
    rows: Iterable[Any] = session.execute(union_all(*parts))
    return [
        Duty(KINDS[row.what], row.number, row.title, row.until)
        for row in rows
        if person.id not in (row.decided_by or ())
    ]


def _objections(person: Person) -> Select[Any]:
    return (
        select(Idea.number, Idea.title, Objection.answer_until.label("until"))
        .add_columns(literal("objection").label("what"), Objection.decided_by)
        .join(Idea, Idea.id == Objection.idea_id)
        .where(Objection.ended_at.is_(None), ~involving(person))
    )


def _fast_tracks(person: Person) -> Select[Any]:
    what = cast(FastTrack.stage, String).label("what")
    return (
        select(Idea.number, Idea.title, Idea.ball_until.label("until"))
        .add_columns(what, type_coerce(null(), Json).label("decided_by"))
        .join(Idea, Idea.id == FastTrack.idea_id)
        .where(FastTrack.responsible_id == person.id, FastTrack.ended_at.is_(None))
    )


def _to_ask_again(person: Person) -> Select[Any]:
    return (
        select(Idea.number, Idea.title, Forwarding.ask_again_on.label("until"))
        .add_columns(literal("ask_again").label("what"), type_coerce(null(), Json))
        .join(Idea, Idea.id == Forwarding.idea_id)
        .where(Forwarding.ended_at.is_(None), Forwarding.ask_again_on <= clock.today())
        .where(~involving(person))
    )
