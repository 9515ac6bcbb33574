"""The first settings of an empty house, from the files in defaults/."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy import exists, select

from ideas.core import clock
from ideas.core.database import session
from ideas.core.rich_text import ON_A_PAGE, RichText
from ideas.people.models import Person
from ideas.process.transitions import begin
from ideas.programme import events, rules
from ideas.programme.models import (
    BlockKind,
    Campaign,
    CampaignStatus,
    ChecklistItem,
    Criterion,
    Deadline,
    GateQuestion,
    HousePage,
    Phase,
    Step,
    TextBlock,
)

DEFAULTS = Path(__file__).parent.parent / "defaults"
SLUGS = {
    "help": "hilfe",
    "imprint": "impressum",
    "privacy": "datenschutz",
    "accessibility": "barrierefreiheit",
    "report_barrier": "barriere-melden",
}


def establish_house(*, actor: Person) -> None:
    """Give the house what it lacks: channel, phases, gate questions, pages."""
    rules.may_establish.require(actor)
    fresh = not _has(Campaign)
    if fresh:
        session.add(_channel())
    if not _has(Phase):
        session.add_all(_phase(n, row) for n, row in enumerate(_read("phases"), 1))
    if not _has(GateQuestion):
        session.add_all(_gate_question(n, row) for n, row in enumerate(_read("screening"), 1))
    if not _has(TextBlock):
        session.add_all(
            TextBlock(kind=BlockKind(row["kind"]), title=row["title"], text=row["text"])
            for row in _read("blocks")
        )
    known = set(session.scalars(select(HousePage.slug)))
    session.add_all(_page(row) for row in _read("pages") if SLUGS[row["key"]] not in known)
    session.flush()
    if fresh:
        channel = session.scalars(select(Campaign).where(Campaign.is_permanent)).one()
        events.established.record(channel, actor=actor)


def default_criteria() -> list[Criterion]:
    """Return the house's usual criteria, for a new campaign."""
    return [
        Criterion(
            position=position,
            key=row["key"],
            name=row["name"],
            explanation=row["explanation"],
            weight=row["weight"],
            anchors=[row["anchors"][point] for point in sorted(row["anchors"])],
        )
        for position, row in enumerate(_read("rubric"), 1)
    ]


def default_deadlines() -> list[Deadline]:
    """Return the house's usual deadlines, for a new campaign."""
    return [
        Deadline(step=Step(row["step"]), working_days=row["working_days"])
        for row in _read("deadlines")
    ]


def _has(model: type[Any]) -> bool:
    return bool(session.scalar(select(exists(select(model.id)))))


def _read(name: str) -> Any:
    return json.loads((DEFAULTS / f"{name}.json").read_text(encoding="utf-8"))


def _channel() -> Campaign:
    row = _read("channel")
    channel = Campaign(
        **{key: row[key] for key in ("name", "question", "goal", "measure", "promise")},
        description=RichText.write(row["description"]),
        is_permanent=True,
        criteria=default_criteria(),
        deadlines=default_deadlines(),
    )
    begin(channel, CampaignStatus.OPEN)
    return channel


def _phase(position: int, row: dict[str, Any]) -> Phase:
    return Phase(
        position=position,
        code=row["code"],
        name=row["name"],
        purpose=row["purpose"],
        gate=row["gate"],
        decides=row["decides"],
        days_min=row["days"][0],
        days_max=row["days"][1],
        items=[ChecklistItem(position=n, text=text) for n, text in enumerate(row["criteria"], 1)],
    )


def _gate_question(position: int, row: dict[str, str]) -> GateQuestion:
    return GateQuestion(position=position, **row)


def _page(row: dict[str, str]) -> HousePage:
    return HousePage(
        slug=SLUGS[row["key"]],
        title=row["title"],
        content=RichText.write(row["body"], top=ON_A_PAGE),
        changed_at=clock.now(),
    )
