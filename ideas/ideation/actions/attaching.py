"""Adding files to an idea and taking them away."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import update

from ideas.attachments.actions import drop_file, store_file
from ideas.attachments.models import Attachment
from ideas.core import client_data, clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.files import Kind
from ideas.core.i18n import _
from ideas.core.plain_text import visible_length
from ideas.ideation import events, rules
from ideas.ideation.actions.seals import must_not_wait
from ideas.ideation.models import Idea, IdeaFile, Status
from ideas.ideation.queries import files_of
from ideas.ideation.workflow import EDITABLE
from ideas.people.models import Person
from ideas.process.events import Why

MOST_FILES = 10
SEALED_KINDS = (Kind.PNG, Kind.JPEG, Kind.TXT)
SHORTEST_REASON = 20


@dataclass(frozen=True)
class Upload:
    """A file as it came: the name its owner gave it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Refused:
    """A file that was not taken, and why."""

    name: str
    why: str


def attach_files(idea: Idea, uploads: Iterable[Upload], *, actor: Person) -> list[Refused]:
    """Add files to one's idea; each is taken or refused for itself. Return the refused ones."""
    rules.may_attach.require(actor, idea)
    _must_be_in_hand(idea)
    refused = []
    for upload in uploads:
        try:
            _attach(idea, upload, actor=actor)
        except Invalid as error:
            refused.append(Refused(upload.name, error.message))
    return refused


def detach_file(idea: Idea, file: Attachment, *, actor: Person) -> None:
    """Take a file away from one's idea."""
    rules.may_attach.require(actor, idea)
    _must_be_in_hand(idea)
    _detach(idea, file)
    events.file_removed.record(idea, actor=actor, kind=file.kind.value, size=file.size)


def remove_file(idea: Idea, file: Attachment, reason: str, *, actor: Person) -> None:
    """Take a file away that must not be there, such as one with data of clients.

    Raises:
        Invalid: the reason for the author is missing.
    """
    rules.may_remove_files.require(actor, idea)
    if visible_length(reason) < SHORTEST_REASON:
        raise Invalid(_("Please give the author a reason of at least 20 characters."))
    _detach(idea, file)
    why = Why(public=reason)
    kind, size = file.kind.value, file.size
    events.file_taken_away.record(idea, actor=actor, why=why, kind=kind, size=size)


def forget_files(idea: Idea) -> None:
    """Let all files of a draft go with it."""
    for file in files_of(idea):
        _detach(idea, file)


def _attach(idea: Idea, upload: Upload, *, actor: Person) -> None:
    if idea.file_count >= MOST_FILES:
        raise Invalid(_("An idea can hold 10 files."))
    if any(finding.certain for finding in client_data.find(upload.name)):
        raise Invalid(_("The name of the file holds data of a client. Please rename it first."))
    file = _stored(idea, upload)
    session.add(IdeaFile(attachment_id=file.id, idea_id=idea.id))
    _count(idea, 1)
    kind, size = file.kind.value, file.size
    events.file_added.record(idea, actor=actor, kind=kind, size=size, sha256=file.sha256)


def _stored(idea: Idea, upload: Upload) -> Attachment:
    """Keep the file; of an anonymous idea only what can be freed of all traces, and only the day.

    Documents of offices and PDF may name their author in more places than are known.
    """
    if not idea.is_sealed:
        return store_file(upload.name, upload.content)
    today = clock.beginning_of_day(clock.now())
    return store_file(upload.name, upload.content, kinds=SEALED_KINDS, made_at=today)


def _detach(idea: Idea, file: Attachment) -> None:
    session.delete(session.get_one(IdeaFile, file.id))
    session.flush()
    drop_file(file)
    _count(idea, -1)


def _count(idea: Idea, step: int) -> None:
    count = Idea.file_count + step
    session.execute(update(Idea).where(Idea.id == idea.id).values(file_count=count))
    session.refresh(idea, ["file_count"])


def _must_be_in_hand(idea: Idea) -> None:
    must_not_wait(idea)
    if idea.status not in EDITABLE | {Status.DRAFT}:
        raise NotPossible(
            _("The text stands now; the state is “%(state)s”.", state=str(idea.status.label))
        )
