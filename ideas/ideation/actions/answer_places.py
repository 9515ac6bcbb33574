"""Where answers to a campaign's own questions stand: with the idea and in each of its versions."""

from collections.abc import Iterator
from functools import partial

from sqlalchemy import select

from ideas.core.database import session
from ideas.core.i18n import _
from ideas.ideation.actions.text_places import Place, set_text, text_places
from ideas.ideation.models import Idea, IdeaVersion
from ideas.people.models import Person


def _answers(idea: Idea, _reader: Person) -> Iterator[Place]:
    if not idea.answer_count:
        return
    for row in idea.answers:
        yield Place(row.question.label, row.text, partial(set_text, row, "text"))
    own = select(IdeaVersion).where(IdeaVersion.idea_id == idea.id).order_by(IdeaVersion.n)
    for version in session.scalars(own):
        said = _("version %(n)s", n=version.n)
        for place, (question, answer) in enumerate(version.answers):
            yield Place(f"{question} ({said})", answer, partial(_answer_anew, version, place))


def _answer_anew(version: IdeaVersion, place: int, text: str) -> None:
    pairs = [list(pair) for pair in version.answers]
    pairs[place][1] = text
    version.answers = pairs


text_places.append(_answers)
