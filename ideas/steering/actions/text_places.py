"""Where steering keeps texts about an idea: in its screening, its scores and its decisions."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import select

from ideas.core.database import session
from ideas.core.i18n import _, day
from ideas.ideation.actions.text_places import Place, set_text, text_places
from ideas.ideation.models import Idea
from ideas.people.models import Person
from ideas.steering import rules
from ideas.steering.models import Decision, Score
from ideas.steering.queries import ballot_for, find_screening


def _in_screening(idea: Idea, _reader: Person) -> Iterator[Place]:
    screening = find_screening(idea)
    label = _("Note of the screening")
    for key, given in (screening.answers if screening else {}).items():
        yield Place(label, given.get("note", ""), partial(_note, screening, key))


def _in_scores(idea: Idea, reader: Person) -> Iterator[Place]:
    """Yield what members wrote; shown to whom the round's result is."""
    for score in session.scalars(select(Score).where(Score.idea_id == idea.id)):
        ballot = ballot_for(idea, reader, round_id=score.round_id)
        shown = rules.may_see_result(reader, ballot)
        label = _("Note of a score")
        yield Place(label, score.note, partial(set_text, score, "note"), shown)
        for key, text in score.comments.items():
            yield Place(_("Comment of a score"), text, partial(_comment, score, key), shown)


def _in_decisions(idea: Idea, reader: Person) -> Iterator[Place]:
    """Yield reason and letter; before the release they are shown to who decides."""
    for decision in session.scalars(select(Decision).where(Decision.idea_id == idea.id)):
        ballot = ballot_for(idea, reader, round_id=decision.round_id)
        shown = bool(decision.released_at) or rules.may_decide(reader, ballot)
        of_day = day(decision.decided_at)
        for name, label in (
            ("reason_internal", _("Internal reason of the decision of %(day)s", day=of_day)),
            ("letter", _("Letter of the decision of %(day)s", day=of_day)),
        ):
            yield Place(label, getattr(decision, name), partial(set_text, decision, name), shown)


def _note(screening: Any, key: str, text: str) -> None:
    screening.answers = screening.answers | {key: screening.answers[key] | {"note": text}}


def _comment(score: Score, key: str, text: str) -> None:
    score.comments = score.comments | {key: text}


text_places.extend((_in_screening, _in_scores, _in_decisions))
