"""What becomes of the hints at similar ideas; they are counted by day, without a person."""

from ideas.core import clock
from ideas.core.counting import add_up
from ideas.core.database import Base, session
from ideas.core.plain_text import clean_line
from ideas.ideation import rules
from ideas.ideation.actions.following import support
from ideas.ideation.actions.seals import must_not_wait
from ideas.ideation.actions.writing import delete_draft
from ideas.ideation.models import Hint, HintCount, Idea
from ideas.people.models import Person


def count_hint(hint: Hint, *, actor: Person) -> None:
    """Count that hints were shown, or what somebody chose."""
    rules.may_draft.require(actor)
    row = {"day": clock.today(), "hint": hint, "times": 1}
    add_up(session(), Base.metadata.tables[HintCount.__tablename__], [row])


def tell_difference(draft: Idea, sentence: str, *, actor: Person) -> None:
    """Keep what sets the draft apart from the similar ideas that were shown."""
    rules.may_edit.require(actor, draft)
    must_not_wait(draft)
    draft.difference = clean_line(sentence) or ""
    count_hint(Hint.NEW, actor=actor)


def support_instead(draft: Idea, idea: Idea, *, keep_draft: bool, actor: Person) -> None:
    """Support a similar idea instead of handing in one's own."""
    support(idea, actor=actor)
    if not keep_draft:
        delete_draft(draft, actor=actor)
    count_hint(Hint.SUPPORTED, actor=actor)
