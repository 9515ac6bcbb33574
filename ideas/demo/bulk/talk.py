"""What colleagues say about the ideas of the bulk, and what they support."""

from collections.abc import Sequence
from datetime import timedelta

from ideas.demo import texts
from ideas.demo.bulk.diary import Diary, Line, acting
from ideas.demo.bulk.made import Made, rendered
from ideas.demo.bulk.rows import store, store_for_ids
from ideas.demo.stage import Stage
from ideas.ideation.models import Comment, Idea, Support

HOURS = 400


def talk(stage: Stage, batch: Sequence[Made], diary: Diary) -> None:
    """Write comments and supports of these ideas."""
    _comment(stage, batch, diary)
    rows = [
        {"idea_id": one.id, "person_id": person.id} for one in batch for person in one.supporters
    ]
    store(Support, rows)
    for one in batch:
        for n, person in enumerate(one.supporters, 1):
            at = one.published + timedelta(hours=7 * n)
            diary.note(Line(at, "idea.supported", (Idea.__tablename__, one.id), acting(person)))


def _comment(stage: Stage, batch: Sequence[Made], diary: Diary) -> None:
    rng, rows, lines = stage.rng, [], []
    for one in batch:
        for hours in sorted(rng.sample(range(1, HOURS), one.comments)):
            speaker, at = rng.choice(stage.cast.everybody), one.published + timedelta(hours=hours)
            text = rendered(rng.choice(texts.read("replies")))
            row = {"idea_id": one.id, "author_id": speaker.id, "made_at": at}
            rows.append({**row, "text_source": text.source, "text_html": text.html})
            lines.append((at, one, speaker))
    for key, (at, one, speaker) in zip(store_for_ids(Comment, rows), lines, strict=True):
        subject, actor = (Idea.__tablename__, one.id), acting(speaker, one.author)
        diary.note(Line(at, "idea.commented", subject, actor, details={"comment": key}))
