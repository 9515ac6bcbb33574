"""Taking data of clients out of everything that is written about an idea, for good."""

import secrets
from collections.abc import Iterable, Sequence

from ideas.core import clock, database
from ideas.core.client_data import Kind
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.core.passages import Passages
from ideas.ideation import events, rules
from ideas.ideation.actions.indexing import index_idea
from ideas.ideation.actions.text_places import derived_texts, places_of
from ideas.ideation.actions.writing import new_version
from ideas.ideation.figures import content_hash
from ideas.ideation.models import Idea, IdeaAnswer, IdeaVersion, idea_index
from ideas.people.models import Person
from ideas.process import journal
from ideas.process.events import Why
from ideas.process.models import Reason


def black_out(
    idea: Idea,
    passages: Sequence[str],
    *,
    reason: str,
    kinds: Iterable[Kind] = (),
    actor: Person,
) -> int:
    """Replace the passages everywhere; the journal keeps how many places, never the text.

    Hashes of the old texts stay where they were sealed, but their salts are gone, so that nobody
    can guess at what they held; the new texts are bound by the entry of this step.

    Raises:
        Invalid: there is no passage, it stands nowhere, or the reason repeats it.
    """
    rules.may_black_out.require(actor, idea)
    wanted = Passages(passages)
    if not wanted:
        raise Invalid(_("Please choose or write the passage that is to go."))
    if wanted.count(reason):
        raise Invalid(_("The reason repeats the passage. Please write it without."))
    count, changed = _replace(idea, wanted, actor)
    versions = [row for row in changed if isinstance(row, IdeaVersion)]
    if idea in changed or any(isinstance(row, IdeaAnswer) for row in changed):
        versions.append(_one_more_version(idea))
    reasons = [row for row in changed if isinstance(row, Reason)]
    bound, rebound = _bind(versions), journal.rebind(reasons)
    idea.moved_at = clock.now()
    index_idea(idea)
    for renew in derived_texts:
        renew(idea)
    idea_index.forget(session())
    database.forget_log()
    events.blacked_out.record(
        idea,
        actor=actor,
        why=Why(public=reason),
        places=count,
        kinds=sorted({kind.value for kind in kinds}),
        versions=bound,
        rebound=rebound,
    )
    return count


def withhold(idea: Idea, *, reason: str, actor: Person) -> None:
    """Take the idea at once from all readers but its author, coordination and chair."""
    rules.may_black_out.require(actor, idea)
    if idea.withheld_at:
        raise NotPossible(_("This idea is withheld already."))
    idea.withheld_at = clock.now()
    index_idea(idea)
    events.withheld.record(idea, actor=actor, why=Why(public=reason))


def show_again(idea: Idea, *, actor: Person) -> None:
    """Let the house read the idea again."""
    rules.may_black_out.require(actor, idea)
    if not idea.withheld_at:
        raise NotPossible(_("This idea is not withheld."))
    idea.withheld_at = None
    index_idea(idea)
    events.shown_again.record(idea, actor=actor)


def _replace(idea: Idea, wanted: Passages, actor: Person) -> tuple[int, list[object]]:
    """Write every place anew that holds a passage.

    Return how many of them the actor may know of, and the rows that have changed. A passage that
    only stands where the actor may not read is left alone: the answer would tell of it.
    """
    places = [place for place in places_of(idea, reader=actor) if wanted.count(place.text)]
    count = sum(place.shown for place in places)
    if not count:
        raise Invalid(_("This passage stands nowhere in the texts of the idea."))
    with session.no_autoflush:
        for place in places:
            place.write(wanted.black_out(place.text))
        changed = [row for row in session.dirty if session.is_modified(row)]
    session.flush()
    return count, changed


def _one_more_version(idea: Idea) -> IdeaVersion:
    """Count the text on, so that nobody saves the old one again from an open page."""
    idea.text_version += 1
    version = new_version(idea)
    session.add(version)
    return version


def _bind(versions: Iterable[IdeaVersion]) -> dict[str, str]:
    """Give the versions a new salt and hash; return the hashes by number."""
    bound = {}
    for version in versions:
        version.salt = secrets.token_bytes(16)
        version.content_hash = content_hash(version.salt, version.fields)
        version.blacked_out_at = clock.now()
        bound[str(version.n)] = version.content_hash
    return bound
