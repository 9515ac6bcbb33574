"""Finding what the rooms declare, and writing it as a table."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from ideas.process.rules import Rule

ROOMS = (
    "accounts",
    "programme",
    "ideation",
    "steering",
    "byways",
    "maturation",
    "notifications",
)


def modules(name: str) -> Iterator[ModuleType]:
    """Yield this module of every room that has one, along the life of an idea."""
    for room in ROOMS:
        if module := sys.modules.get(f"ideas.{room}.{name}"):
            yield module


def rights() -> Iterator[tuple[str, str, Rule]]:
    """Yield room, name and rule of every right; one that another room hands on is not repeated."""
    seen: list[Rule] = []
    for module in modules("rules"):
        room = module.__name__.split(".")[1]
        for name, value in vars(module).items():
            if name.startswith("may_") and isinstance(value, Rule):
                if not any(value is other for other in seen):
                    yield room, name, value
                seen.append(value)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("|", "\\|")).strip()
