"""Ideas that were merged, built by the actions that people call."""

from ideas.core.database import transaction
from ideas.ideation.actions import keep_merging, merge_ideas, object_to_merging, undo_merging
from ideas.ideation.queries import get_idea
from ideas.people.models import Person
from tests.build.ideation import published_idea
from tests.personas import person_named

WHY = "Beide Ideen wollen denselben kurzen Brief."


def merge(number: str, target: str, *, by: str = "clara", reason: str = WHY) -> None:
    """Let the coordination merge an idea into another one."""
    actor = person_named(by)
    with transaction():
        idea, home = get_idea(number, reader=actor), get_idea(target, reader=actor)
        merge_ideas(idea, home, reason, actor=actor)


def undo(number: str, *, by: str = "clara", reason: str = WHY) -> None:
    """Let the coordination undo a merging."""
    actor = person_named(by)
    with transaction():
        undo_merging(get_idea(number, reader=actor), reason, actor=actor)


def object_to(number: str, *, by: Person, text: str = "Meine Idee meint E-Mails.") -> None:
    """Let an author object to a merging."""
    with transaction():
        object_to_merging(get_idea(number, reader=by), text, actor=by)


def keep(number: str, *, by: str = "clara", answer: str = WHY) -> None:
    """Let the coordination answer an objection."""
    actor = person_named(by)
    with transaction():
        keep_merging(get_idea(number, reader=actor), answer, actor=actor)


def merged_pair(*, by: Person, home_by: Person) -> tuple[str, str]:
    """Return the numbers of a merged idea and of the one it leads to, which was there first."""
    home = published_idea(by=home_by)
    number = published_idea(by=by)
    merge(number, home)
    return number, home
