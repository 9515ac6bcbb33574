"""Files that come with the application, in a checkout or in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def resource(name: str) -> Path:
    """Return the path of a file or folder that lies beside the package or inside the wheel."""
    packed = PACKAGE / "_data" / name
    return packed if packed.exists() else PACKAGE.parent / name
