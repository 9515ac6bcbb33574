"""Static files: compressed once for each version, delivered for long under a versioned address."""

import hashlib
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from ideas.core import settings

YEAR = 31_536_000


def serve_static(app: Flask) -> None:
    """Deliver the application's static files; their address changes with their content."""
    source = Path(app.static_folder or "")
    version = _fingerprint(source)
    folder = settings.current().data_dir / "static" / version
    if not folder.exists():
        _compress(source, folder)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]  # the way WSGI wraps
        app.wsgi_app, root=str(folder), prefix="static/", max_age=YEAR
    )

    @app.url_defaults
    def _stamp(endpoint: str, values: dict[str, object]) -> None:
        if endpoint == "static":
            values["v"] = version


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _compress(source: Path, target: Path) -> None:
    """Copy and compress the files beside; of processes that start together the first one wins."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=target.parent))
    shutil.copytree(source, draft, dirs_exist_ok=True)
    compressor = Compressor(quiet=True)
    for path in [path for path in draft.rglob("*") if path.is_file()]:
        if compressor.should_compress(path.name):
            list(compressor.compress(str(path)))
    with suppress(OSError):
        draft.rename(target)
        return
    shutil.rmtree(draft)
