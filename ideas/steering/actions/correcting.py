"""Correcting a reason that was given: a new entry that points at the old one, which stays."""

from ideas.core.database import session
from ideas.core.errors import Invalid, NotFound, NotPossible
from ideas.core.i18n import _, speaking
from ideas.core.plain_text import visible_length
from ideas.ideation import events
from ideas.ideation.models import Idea, ProjectStatus, Status
from ideas.ideation.queries import steps_of
from ideas.ideation.queries.corrections import corrections_among
from ideas.people.models import Person, Role
from ideas.process.events import Why
from ideas.process.models import Entry
from ideas.process.queries import visible_reason
from ideas.programme.actions.reasons import SHORTEST_REASON as SHORTEST_NO
from ideas.programme.actions.reasons import require_filled
from ideas.steering import rules
from ideas.steering.actions.promises import SHORTEST_REASON, require_unbiased
from ideas.steering.queries import lock

# What authors and project owners have said themselves is theirs.
OFFICES = frozenset({Role.CHAIR, Role.COORDINATOR, Role.MEMBER})
# Ends and delays, whose reasons have to be whole after a correction too.
NEGATIVE = frozenset(
    {Status.DECLINED, Status.DEFERRED, Status.FORWARDED, Status.INADMISSIBLE}
    | {ProjectStatus.STOPPED}
)


def is_correctable(entry: Entry) -> bool:
    """Say whether the entry holds a public reason that coordination or group have given."""
    return entry.actor_role in OFFICES and bool(visible_reason(entry.reason))


def reason_to_correct(idea: Idea, sequence: int) -> Entry:
    """Return the entry whose reason is to be corrected.

    Raises:
        NotFound: the idea's history shows no such reason.
        NotPossible: it was corrected already.
    """
    steps = steps_of(idea)
    found = next((one for one in steps if one.sequence == sequence and is_correctable(one)), None)
    if found is None:
        raise NotFound(_("There is no such reason in the history of this idea."))
    if sequence in corrections_among(steps):
        raise NotPossible(_("This reason was corrected already. Please correct the last one."))
    return found


def correct_reason(idea: Idea, sequence: int, text: str, note: str, *, actor: Person) -> None:
    """Say how a reason should read and what was wrong; the old one stays and is marked.

    Raises:
        Invalid: nothing was changed, or one of the texts is not whole.
    """
    lock(idea)
    rules.may_correct.require(actor, idea)
    require_unbiased(idea, actor)
    entry = reason_to_correct(idea, sequence)
    require_filled(text)
    if text.strip() == words_of(entry).strip():
        raise Invalid(_("The text reads as before. Nothing was corrected."))
    _require(text, SHORTEST_NO if _says_no(idea, entry) else SHORTEST_REASON)
    _require(note, SHORTEST_REASON)
    why = Why(public=f"{text.strip()}\n\n{_corrected_because()} {note.strip()}")
    idea.correction_count += 1
    session.flush()
    events.corrected.record(idea, actor=actor, why=why, corrects=sequence)


def words_of(entry: Entry) -> str:
    """Return the reason as it was given; of a correction without what had been wrong before."""
    text = visible_reason(entry.reason)
    if entry.event != events.corrected.name:
        return text
    return text.rpartition(f"\n\n{_corrected_because()}")[0] or text


def _says_no(idea: Idea, entry: Entry) -> bool:
    """Say whether the entry, or the one that it corrects in the end, is an end or a delay."""
    by_sequence = {one.sequence: one for one in steps_of(idea)}
    while entry.event == events.corrected.name:
        entry = by_sequence[entry.details["corrects"]]
    return entry.to_status in NEGATIVE and entry.to_status != entry.from_status


def _corrected_because() -> str:
    with speaking("de"):  # it is kept as written, in the language of the house
        return _("Corrected because:")


def _require(text: str, shortest: int) -> None:
    if visible_length(text) < shortest:
        raise Invalid(_("Please write at least %(count)s characters.", count=shortest))
