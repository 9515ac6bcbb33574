"""From which state to which, for everything that has a state."""

from collections.abc import Iterable
from enum import StrEnum

from ideas.core.enums import Labelled
from ideas.handbook.rights import who
from ideas.handbook.scanning import modules, table
from ideas.handbook.words import MACHINES
from ideas.process.transitions import Transition

HEADS = ["Schritt", "Von", "Nach", "Wer darf", "Voraussetzungen", "Ereignis"]


def chapter() -> str:
    """Return one table for each kind of thing."""
    machines: dict[str, list[Transition]] = {}
    for module in modules("workflow"):
        for transition in module.TRANSITIONS:
            machines.setdefault(_machine(transition), []).append(transition)
    parts = ["## Abläufe"]
    for name in sorted(machines, key=list(MACHINES).index):
        rows = [_row(transition) for transition in machines[name]]
        parts.append(f"### {MACHINES[name]}\n\n{table(HEADS, rows)}")
    return "\n\n".join(parts)


def _machine(transition: Transition) -> str:
    kind = type(transition.target).__name__.removesuffix("Status")
    return kind or "Idea"


def _row(transition: Transition) -> tuple[str, ...]:
    return (
        str(transition.label),
        ", ".join(sorted(_label(state) for state in transition.source)),
        _label(transition.target),
        who(transition.may),
        _guards(transition.guards),
        f"`{transition.event.name}`",
    )


def _label(state: StrEnum) -> str:
    return str(state.label) if isinstance(state, Labelled) else state.value


def _guards(guards: Iterable[object]) -> str:
    names = [f"`{guard.__name__}`" for guard in guards if hasattr(guard, "__name__")]
    return ", ".join(names) or "–"
