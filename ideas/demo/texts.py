"""The texts of the demonstration, as they lie in texts/."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "texts"
Text = dict[str, Any]


@cache
def read(name: str) -> Any:
    """Return what the file of this name holds."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def written_ideas() -> list[Text]:
    """Return the ideas that were written by hand."""
    files = sorted(FOLDER.glob("ideas_*.json"))
    return [idea for file in files for idea in read(file.stem)]


def projects() -> dict[str, Text]:
    """Return what is told of the projects, by the title of their idea."""
    return {project["title"]: project for project in read("projects")}


@cache
def score_comments() -> dict[tuple[str, str], list[str]]:
    """Return the comments of scorers, by end of the scale ("high", "low") and criterion."""
    found: dict[tuple[str, str], list[str]] = {}
    for end, comments in read("score_comments").items():
        for comment in comments:
            found.setdefault((end, comment["criterion"]), []).append(comment["text"])
    return found
