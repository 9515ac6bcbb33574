"""Keys outside the database: files with mode 0600, made at first start, shared by all processes."""

import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

from ideas.core import settings

KEY_BYTES = 32


def key(name: str) -> bytes:
    """Return the key of this name, making its file if there is none yet."""
    return _read(settings.current().data_dir / f"{name}.key")


@cache
def _read(path: Path) -> bytes:
    with suppress(FileNotFoundError):
        return path.read_bytes()
    _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    """Write a whole new key or nothing; of two processes that try, the first one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
