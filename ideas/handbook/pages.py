"""Every address with the rights it asks for, as far as the code can be read."""

from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType

from flask import Flask
from werkzeug.routing import Rule as Address

from ideas.accounts.guard import PUBLIC
from ideas.handbook.scanning import table
from ideas.process.rules import Rule
from ideas.process.transitions import Transition

DEEPEST = 4
HEADS = ["Adresse", "Methode", "Wer", "Fragt"]


def chapter(app: Flask) -> str:
    """Return the table of addresses."""
    addresses = sorted(app.url_map.iter_rules(), key=lambda address: address.rule)
    rows = [_row(app, address) for address in addresses if address.endpoint != "static"]
    intro = (
        "Ohne Anmeldung öffnen sich nur die öffentlichen Seiten. Wer eine Sache nicht lesen darf,"
        " bekommt dieselbe Antwort, als gäbe es sie nicht."
    )
    return f"## Adressen\n\n{intro}\n\n{table(HEADS, rows)}"


def _row(app: Flask, address: Address) -> tuple[str, ...]:
    methods = sorted((address.methods or set()) - {"HEAD", "OPTIONS"})
    asked = sorted(set(_rights(app.view_functions[address.endpoint], DEEPEST)))
    return (
        f"`{address.rule}`",
        ", ".join(methods),
        "alle, auch ohne Anmeldung" if address.endpoint in PUBLIC else "angemeldet",
        ", ".join(asked) or "–",
    )


def _rights(function: Callable[..., object], depth: int) -> Iterator[str]:
    """Yield the rights and steps that a function asks, itself or through what it calls."""
    if not isinstance(function, FunctionType) or depth == 0:
        return
    words = function.__globals__
    names = function.__code__.co_names
    for name in names:
        found = words.get(name)
        yield from _named(name, found, depth)
        if isinstance(found, ModuleType) and found.__name__.startswith("ideas."):
            for inner in names:
                yield from _named(inner, vars(found).get(inner), depth)


def _named(name: str, found: object, depth: int) -> Iterator[str]:
    if isinstance(found, Rule) and name.startswith("may_"):
        yield f"`{name}`"
    elif isinstance(found, Transition):
        yield f"Schritt „{found.label}“"
    elif isinstance(found, FunctionType) and _is_verb_or_query(found):
        yield from _rights(found, depth - 1)


def _is_verb_or_query(function: FunctionType) -> bool:
    parts = function.__module__.split(".")
    return parts[0] == "ideas" and bool({"actions", "queries", "views"} & set(parts))
