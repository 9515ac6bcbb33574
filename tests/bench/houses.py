"""The databases that are measured: made once for each state of the rows, copied for each run."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from ideas import create_app
from ideas.core import database
from ideas.ideation.models import Idea, Status
from ideas.steering.models import Round, RoundIdea, RoundStatus
from ideas.steering.rules import UNSEALED
from tests.bench.serving import ROOT

STORE = ROOT / "build" / "bench"
SHAPES = ("ideas/demo/**/*", "ideas/*/models.py", "ideas/programme/defaults/*", "migrations/**/*")


@dataclass(frozen=True)
class House:
    """A filled database and what is where in it."""

    folder: Path
    people: list[dict]
    idea: str
    round: int
    to_score: list[str]

    def email(self, name: str) -> str:
        return next(row["email"] for row in self.people if row["email"].startswith(f"{name}."))

    def with_role(self, role: str) -> list[str]:
        return [row["email"] for row in self.people if role in row["roles"]]

    @property
    def password(self) -> str:
        return self.people[0]["password"]

    @property
    def pages(self) -> dict[str, str]:
        return {
            "Startseite": "/",
            "Liste": "/ideen",
            "Suche": "/ideen?suche=telefon+termin",
            "Ideenseite": f"/ideen/{self.idea}",
            "Rangfolge": f"/steuerung/runden/{self.round}/rangfolge",
            "Tafel": "/vorhaben",
        }


def house(ideas: int, people: int, run: Path) -> House:
    """Return a house with so many ideas that belongs to this run alone."""
    stored = STORE / f"{ideas}-{_shape()}"
    if not stored.exists():
        _make(stored, ideas, people)
    folder = run / str(ideas)
    shutil.copytree(stored, folder)
    return _look(folder)


def _make(stored: Path, ideas: int, people: int) -> None:
    print(f"Lege ein Haus mit {ideas} Ideen an …", flush=True)
    draft = stored.with_suffix(".neu")
    for outdated in STORE.glob(f"{ideas}-*"):
        shutil.rmtree(outdated)
    draft.mkdir(parents=True)
    environment = {**os.environ, "IDEAS_DATA_DIR": str(draft), "IDEAS_DATABASE_URL": ""}
    flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
    demo = ["demo", "--ideas", str(ideas), "--people", str(people), "--out", f"{draft}/creds.json"]
    for command in (["db", "upgrade"], demo):
        subprocess.run([*flask, *command], cwd=ROOT, env=environment, check=True)
    draft.rename(stored)


def _shape() -> str:
    digest = hashlib.sha256()
    for pattern in SHAPES:
        for path in sorted(ROOT.glob(pattern)):
            if path.suffix in {".py", ".json"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _look(folder: Path) -> House:
    """Find an idea that was talked about, the fullest released round and what waits for scores."""
    app = create_app(IDEAS_DATA_DIR=str(folder), IDEAS_DATABASE_URL="")
    talked = select(Idea.number).where(Idea.status == Status.DECLINED)
    fullest = (
        select(Round.id)
        .join(RoundIdea)
        .where(Round.status.in_(UNSEALED))
        .group_by(Round.id)
        .order_by(func.count().desc())
    )
    waiting = select(Idea.number).join(RoundIdea).join(Round)
    with app.app_context(), database.transaction() as session:
        return House(
            folder,
            json.loads((folder / "creds.json").read_text()),
            session.scalars(talked.order_by(Idea.comment_count.desc(), Idea.id).limit(1)).one(),
            session.scalars(fullest.limit(1)).one(),
            list(session.scalars(waiting.where(Round.status == RoundStatus.OPEN))),
        )
