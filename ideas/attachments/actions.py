"""Keeping files and letting them go; the room that attaches them asks the rights."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.exc import IntegrityError

from ideas.attachments.models import Attachment, Blob
from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid
from ideas.core.files import Kind, clean_name, kind_of, neutralise
from ideas.core.i18n import _

TOKEN_BYTES = 12


def store_file(
    name: str | None,
    content: bytes,
    *,
    kinds: Collection[Kind] = tuple(Kind),
    made_at: datetime | None = None,
) -> Attachment:
    """Keep a file of one of these kinds, freed of what tells about its author.

    Raises:
        Invalid: the file is not taken; the message says why.
    """
    if kind_of(content) not in kinds:
        taken = ", ".join(str(kind.label) for kind in kinds)
        raise Invalid(_("Here only these kinds of files are taken: %(kinds)s.", kinds=taken))
    neutral = neutralise(content)
    digest = hashlib.sha256(neutral.content).hexdigest()
    _keep(digest, neutral.content)
    attachment = Attachment(
        token=secrets.token_hex(TOKEN_BYTES),
        name=clean_name(name, neutral.kind),
        kind=neutral.kind,
        size=len(neutral.content),
        sha256=digest,
        made_at=made_at or clock.now(),
    )
    session.add(attachment)
    session.flush()
    return attachment


def drop_file(attachment: Attachment) -> None:
    """Forget a file, and its content when nothing else holds it."""
    digest = attachment.sha256
    session.delete(attachment)
    session.flush()
    if not session.scalar(select(exists().where(Attachment.sha256 == digest))):
        session.delete(session.get_one(Blob, digest))


def _keep(digest: str, content: bytes) -> None:
    if session.get(Blob, digest):
        return
    try:
        with session.begin_nested():
            session.add(Blob(sha256=digest, data=content))
    except IntegrityError:  # the same file came in another request at the same moment
        return
