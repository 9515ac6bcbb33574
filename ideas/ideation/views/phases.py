"""What a reader cannot do with an idea now, because of its campaign's phase or circle."""

from ideas.core.i18n import _
from ideas.ideation.models import Idea
from ideas.ideation.rules import is_author, is_published
from ideas.people.models import Person
from ideas.programme.models import Activity
from ideas.programme.rules import may_take_part, why_not


def phase_notes(idea: Idea, person: Person) -> list[str]:
    """Say why commenting and supporting rest, and when they go on."""
    if not is_published(person, idea):
        return []
    notes = [why_not(idea.campaign, Activity.COMMENT)]
    if not is_author(person, idea):
        notes.append(why_not(idea.campaign, Activity.SUPPORT))
        if not may_take_part(person, idea.campaign):
            notes.append(_("Only those who take part in this campaign can support its ideas."))
    return [note for note in notes if note]
