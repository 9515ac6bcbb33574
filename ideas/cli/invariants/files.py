"""What must hold of files."""

from collections.abc import Iterator

from ideas.attachments.queries import damaged_blobs, unused_blobs


def contents() -> Iterator[str]:
    """Every content is what its hash says, and belongs to a file."""
    for digest in damaged_blobs():
        yield f"Der Inhalt {digest} ist nicht mehr der, der abgelegt wurde."
    for digest in unused_blobs():
        yield f"Der Inhalt {digest} gehört zu keiner Datei."
