"""Who may do what, as sentences made of the rules themselves."""

import ast
from itertools import groupby

from ideas.handbook.scanning import rights, table
from ideas.handbook.words import CONDITIONS, RIGHTS, ROOM_NAMES
from ideas.process.rules import Rule

HEADS = ["Handlung", "Recht", "Wer darf"]
INTRODUCTION = (
    "Jede Handlung fragt eines dieser Rechte; was hier nicht steht, ist verboten."
    " Ein Recht steht nie in einer Seite, sondern immer in der Handlung selbst."
)


def chapter() -> str:
    """Return one table of rights for each room."""
    parts = [f"## Rechte\n\n{INTRODUCTION}"]
    for room, found in groupby(rights(), key=lambda right: right[0]):
        rows = [(word(room, name), f"`{name}`", who(rule)) for _room, name, rule in found]
        parts.append(f"### {ROOM_NAMES.get(room, room)}\n\n{table(HEADS, rows)}")
    return "\n\n".join(parts)


def word(room: str, name: str) -> str:
    """Return what the right is called in the house."""
    return RIGHTS.get(f"{room}.{name}") or RIGHTS.get(name, name)


def who(rule: Rule) -> str:
    """Return the rule as a German sentence."""
    return _words(ast.parse(rule.name, mode="eval").body)


def _words(node: ast.expr) -> str:
    if isinstance(node, ast.BinOp):
        both = isinstance(node.op, ast.BitAnd)
        left, right = (_inside(side, both=both) for side in (node.left, node.right))
        return f"{left} {'und' if both else 'oder'} {right}"
    if isinstance(node, ast.UnaryOp):
        return f"nicht {_inside(node.operand, both=True)}"
    name = node.id if isinstance(node, ast.Name) else ""
    return f"*{CONDITIONS.get(name, name)}*"


def _inside(node: ast.expr, *, both: bool) -> str:
    """Put an “oder” inside an “und” into brackets."""
    choice = isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)
    return f"({_words(node)})" if choice and both else _words(node)
