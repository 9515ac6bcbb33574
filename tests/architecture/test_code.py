"""House rules that no linter knows; each message says what to do."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "ideas").rglob("*.py"))
ACTIONS = [path for path in SOURCES if "actions" in (path.stem, path.parent.name)]
QUERIES = [path for path in SOURCES if "queries" in (path.stem, path.parent.name)]
# Nobody is signed in yet, or the link itself says who acts.
WITHOUT_ACTOR = {
    "accept_invitation", "ask_reset", "reset_password", "sign_in", "sign_out", "begin_stay",
    "forget_failures", "hash_password", "matches", "make_link", "set_password", "checked_email",
}  # fmt: skip
WRITES = {"add", "add_all", "delete", "merge", "flush", "commit"}
MOST_LINES, MOST_IN_FUNCTION, MOST_IN_TEMPLATE = 300, 50, 120


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", ACTIONS, ids=name)
def test_an_action_is_told_who_acts(path):
    for function in tree(path).body:
        if not isinstance(function, ast.FunctionDef) or function.name.startswith("_"):
            continue
        writes = any(
            isinstance(node, ast.Attribute) and node.attr in {"record", "apply"}
            for node in ast.walk(function)
        )
        if not writes or function.name in WITHOUT_ACTOR:
            continue
        keywords = {argument.arg for argument in function.args.kwonlyargs}
        assert "actor" in keywords, f"{name(path)}: give {function.name}() a keyword-only actor"


@pytest.mark.parametrize("path", QUERIES, ids=name)
def test_queries_never_write(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            writes = node.value.id == "session" and node.attr in WRITES
            assert not writes, f"{name(path)}: session.{node.attr} belongs into an action"


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_transitions_assign_a_status(path):
    if name(path) == "ideas/process/transitions.py":
        return
    for node in ast.walk(tree(path)):
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            assigned = isinstance(target, ast.Attribute) and target.attr == "status"
            assert not assigned, f"{name(path)}:{node.lineno}: use process.transitions.apply()"


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_the_database_module_commits(path):
    if name(path) == "ideas/core/database.py":
        return
    for node in ast.walk(tree(path)):
        commits = isinstance(node, ast.Attribute) and node.attr == "commit"
        assert not commits, (
            f"{name(path)}:{getattr(node, 'lineno', 0)}: use finish() or transaction()"
        )


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_files_and_functions_are_short(path):
    lines = len(path.read_text().splitlines())
    assert lines <= MOST_LINES, f"{name(path)} has {lines} lines: make it a package"
    for function in functions(path):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= MOST_IN_FUNCTION, f"{name(path)}: {function.name}() has {length} lines"


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.*")), ids=name)
def test_templates_are_short_and_hold_no_script_or_style(path):
    text = path.read_text()
    assert len(text.splitlines()) <= MOST_IN_TEMPLATE, f"{name(path)}: cut out fragments or macros"
    for forbidden in (" style=", "<style", "javascript:", " onclick=", " onchange="):
        assert forbidden not in text, f"{name(path)}: {forbidden.strip()} is refused by the policy"


@pytest.mark.parametrize("path", sorted((ROOT / "ideas").rglob("*.py")), ids=name)
def test_no_note_of_unfinished_work_stays(path):
    words = ("TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK")
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        assert not any(word in line for word in words), f"{name(path)}:{number}: do it or drop it"
