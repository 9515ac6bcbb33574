"""Reading files, and proving that they are what was brought."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import select

from ideas.attachments.models import Attachment, Blob
from ideas.core.database import session


def content_of(attachment: Attachment) -> bytes:
    """Return the file's bytes."""
    return session.scalars(select(Blob.data).where(Blob.sha256 == attachment.sha256)).one()


def damaged_blobs() -> Iterator[str]:
    """Yield the names of contents that are not what their hash says."""
    rows = session.execute(select(Blob.sha256, Blob.data).execution_options(yield_per=1))
    for digest, data in rows:
        if hashlib.sha256(data).hexdigest() != digest:
            yield digest


def unused_blobs() -> Iterator[str]:
    """Yield the names of contents that no file holds."""
    used = select(Attachment.sha256)
    yield from session.scalars(select(Blob.sha256).where(Blob.sha256.not_in(used)))
