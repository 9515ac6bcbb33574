"""Campaigns, built by the actions that people call."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.people.models import Person
from ideas.programme.actions import (
    CampaignText,
    Circle,
    PhaseText,
    QuestionText,
    add_question,
    choose_circle,
    close_campaign,
    create_campaign,
    edit_phases,
    open_campaign,
)
from ideas.programme.models import Activity, QuestionKind, TakesPart
from ideas.programme.queries import get_campaign

WHOLE = CampaignText(
    name="Wege aus dem Leistungsbezug",
    question="Was hilft?",
    goal="Weniger Menschen im Langzeitbezug.",
    measure="Bestand im Vergleich zum Vorjahr.",
    promise="Jede Idee wird entschieden.",
    sponsor="Geschäftsführung",
    opens_on=date(2026, 1, 5),
    closes_on=date(2099, 12, 31),
    decides_on=date(2100, 3, 31),
)


def prepared_campaign(*, by: Person, text: CampaignText = WHOLE) -> int:
    """Return the id of a campaign in preparation."""
    with transaction():
        return create_campaign(text, actor=by).id


def running_campaign(*, by: Person, text: CampaignText = WHOLE) -> int:
    """Return the id of an open campaign."""
    key = prepared_campaign(by=by, text=text)
    with transaction():
        open_campaign(get_campaign(key), actor=by)
    return key


def closed_campaign(*, by: Person, text: CampaignText = WHOLE) -> int:
    """Return the id of a closed campaign."""
    key = running_campaign(by=by, text=text)
    with transaction():
        close_campaign(get_campaign(key), reason="Die Zeit ist um.", actor=by)
    return key


def phase(name: str, first: int, last: int, *allows: Activity) -> PhaseText:
    """Return a phase whose days are counted from today."""
    today = clock.today()
    return PhaseText(
        name, today + timedelta(days=first), today + timedelta(days=last), frozenset(allows)
    )


def phased_campaign(
    *phases: PhaseText, by: Person, name: str = "In Phasen", opened: bool = True
) -> int:
    """Return the id of a campaign with phases that began ten days ago and lasts for thirty."""
    today = clock.today()
    text = replace(
        WHOLE,
        name=name,
        opens_on=today - timedelta(days=10),
        closes_on=today + timedelta(days=30),
        decides_on=today + timedelta(days=60),
    )
    key = prepared_campaign(by=by, text=text)
    with transaction():
        edit_phases(get_campaign(key), phases, seen=1, actor=by)
    if opened:
        with transaction():
            open_campaign(get_campaign(key), actor=by)
    return key


def circle_campaign(
    persons: Sequence[Person], *, by: Person, others_read: bool = True, name: str = "Im Kreis"
) -> int:
    """Return the id of an open campaign in which only these persons take part."""
    key = prepared_campaign(by=by, text=replace(WHOLE, name=name))
    ids = frozenset(person.id for person in persons)
    circle = Circle(TakesPart.CHOSEN, others_read, persons=ids)
    with transaction():
        choose_circle(get_campaign(key), circle, seen=1, actor=by)
    with transaction():
        open_campaign(get_campaign(key), actor=by)
    return key


def ask(
    campaign_id: int,
    label: str,
    *options: str,
    by: Person,
    kind: QuestionKind = QuestionKind.SHORT,
    is_required: bool = False,
) -> str:
    """Let the campaign ask; return the question's key."""
    text = QuestionText(kind, label, options=options, is_required=is_required)
    with transaction():
        return add_question(get_campaign(campaign_id), text, actor=by).key


def question(*, by: Person) -> dict[str, object]:
    """Return campaign and id of a question that a campaign in preparation asks."""
    key = prepared_campaign(by=by, text=replace(WHOLE, name="Mit Frage"))
    ask(key, "Wie viele betrifft es?", by=by)
    with transaction():
        (asked,) = get_campaign(key).questions
        session.flush()
        return {"campaign_id": key, "question_id": asked.id}
