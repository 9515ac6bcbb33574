"""Write the bulk: ideas with their versions and words, then talk, round, decisions, projects."""

import secrets
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from ideas.core import clock
from ideas.core.database import session
from ideas.core.numbers import Series
from ideas.demo.bulk.diary import Diary, Line, acting
from ideas.demo.bulk.made import CARDS, Made, make, paragraphs
from ideas.demo.bulk.rows import store, store_for_ids
from ideas.demo.bulk.scoring import WAITS_FOR_CHAIR, hold_round, result_at
from ideas.demo.bulk.talk import talk
from ideas.demo.projects import plan_like_another
from ideas.demo.stage import CHANNEL, Stage
from ideas.demo.timeline import Progress
from ideas.ideation.actions.indexing import Wording, index_wordings
from ideas.ideation.actions.searchable import make_searchable
from ideas.ideation.actions.writing import SERIES
from ideas.ideation.figures import content_hash
from ideas.ideation.models import Ball, Idea, IdeaVersion, Status
from ideas.programme.queries import gate_questions
from ideas.steering.models import GateAnswer, Screening

YEARS = 4
BATCH = 500
FIELDS = ("problem", "audience", "proposal", "benefit")


def write(stage: Stage, count: int, progress: Progress) -> None:
    """Write so many more ideas, all of them older than the written ones."""
    made, diary = make(stage, count), Diary()
    _number(made)
    for start in range(0, count, BATCH):
        batch = made[start : start + BATCH]
        _insert_ideas(stage, batch)
        _insert_versions(batch)
        _insert_screenings(batch)
        for one in batch:
            _note_life(stage, one, diary)
        talk(stage, batch, diary)
        progress(start, 3 * count)
    hold_round(stage, made, diary)
    progress(2 * count, 3 * count)
    diary.seal()
    make_searchable([one.id for one in made])
    _plan_projects(stage, made)


def _number(made: Sequence[Made]) -> None:
    last: dict[int, int] = {}
    for one in made:
        year = clock.local(one.submitted).year
        last[year] = last.get(year, 0) + 1
        one.number = (year, last[year])
    rows = [{"name": SERIES, "year": year, "last": n} for year, n in last.items()]
    store(Series, rows)


def _insert_ideas(stage: Stage, batch: Sequence[Made]) -> None:
    rows = [_idea_row(stage, one) for one in batch]
    for one, key in zip(batch, store_for_ids(Idea, rows), strict=True):
        one.id = key
    index_wordings([_wording(one) for one in batch])


def _wording(one: Made) -> Wording:
    title, *texts = astuple(one.texts)
    return Wording(one.id, title, " ".join(texts), is_public=True)


def _idea_row(stage: Stage, one: Made) -> dict[str, Any]:
    ended = result_at(stage, one.status)
    row: dict[str, Any] = {
        "number": one.public_number,
        "number_year": one.number[0],
        "number_n": one.number[1],
        "campaign_id": stage.campaigns[CHANNEL].id,
        "topic_id": one.topic_id,
        "author_id": one.author.id,
        "title": one.texts.title,
        "status": one.status,
        "status_since": ended,
        "ball": Ball.CHAIR if one.status in WAITS_FOR_CHAIR else Ball.NOBODY,
        "ball_since": ended,
        "created_at": one.drafted,
        "submitted_at": one.submitted,
        "published_at": one.published,
        "moved_at": ended,
        "deferred_until": one.deferred_until,
        "text_version": 1,
        "support_count": len(one.supporters),
        "comment_count": one.comments,
        "version": 1,
    }
    for name in FIELDS:
        text = paragraphs(getattr(one.texts, name))
        row |= {f"{name}_source": text.source, f"{name}_html": text.html}
    return row


def _insert_versions(batch: Sequence[Made]) -> None:
    rows = []
    for one in batch:
        salt = secrets.token_bytes(16)
        digest = content_hash(salt, astuple(one.texts))
        row = {"idea_id": one.id, "n": 1, "salt": salt, "content_hash": digest}
        rows.append({**row, **vars(one.texts), "made_at": one.submitted})
    store(IdeaVersion, rows)


def _insert_screenings(batch: Sequence[Made]) -> None:
    yes = {"answer": GateAnswer.YES, "note": ""}
    answers = {question.key: yes for question in gate_questions()}
    rows = [
        {"idea_id": one.id, "answers": answers, "passed_at": one.screened, "version": 2}
        for one in batch
    ]
    store(Screening, rows)


def _note_life(stage: Stage, one: Made, diary: Diary) -> None:
    """Note how the idea came to the steering group."""
    author = acting(one.author, one.author)
    coordinator = acting(stage.cast.coordinator)
    subject = (Idea.__tablename__, one.id)
    states = (Status.DRAFT, Status.SUBMITTED, Status.SCREENING)
    diary.note(Line(one.drafted, "idea.drafted", subject, author))
    diary.note(Line(one.submitted, "idea.submitted", subject, author, states[:2]))
    diary.note(Line(one.published, "idea.published", subject, coordinator, states[1:]))
    stays = (Status.SCREENING, Status.SCREENING)
    diary.note(Line(one.screened, "idea.screened", subject, coordinator, stays))


def _plan_projects(stage: Stage, made: Sequence[Made]) -> None:
    """Let some of the selected ideas walk the board, by the same actions as the written ones."""
    selected = [one for one in made if one.status == Status.SELECTED]
    for one in selected[:CARDS]:
        stage.ideas[one.texts.title] = session.get_one(Idea, one.id)
        plan_like_another(stage, one.texts.title, result_at(stage, one.status))
