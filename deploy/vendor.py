"""Copy the pinned browser files into the repository: packed, with licences and sums."""

import gzip
import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
LOCK = ROOT / "package-lock.json"
APPLICATION = ROOT / "ideas/static/vendor"
TESTS = ROOT / "tests/vendor"


@dataclass(frozen=True)
class Package:
    """An npm package, the folder it is copied to and the files that are taken from it."""

    name: str
    folder: str
    target: Path
    files: tuple[str, ...]


PACKAGES = (
    Package("@kern-ux/native", "kern-ux", APPLICATION, ("dist/kern.min.css", "LICENSE.md")),
    # The fonts KERN names, as Latin subsets: its own package has no subsets and no licence text.
    Package(
        "@fontsource/fira-sans",
        "fira-sans",
        APPLICATION,
        (
            "files/fira-sans-latin-400-normal.woff2",
            "files/fira-sans-latin-600-normal.woff2",
            "files/fira-sans-latin-ext-400-normal.woff2",
            "files/fira-sans-latin-ext-600-normal.woff2",
            "LICENSE",
        ),
    ),
    Package("axe-core", "axe-core", TESTS, ("axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt")),
)


def copy_package(package: Package) -> Path:
    """Copy one package into a fresh folder that carries its version, and drop older versions."""
    source = MODULES / package.name
    version = json.loads((source / "package.json").read_text(encoding="utf-8"))["version"]
    for old in package.target.glob(f"{package.folder}-[0-9]*"):
        shutil.rmtree(old)
    folder = package.target / f"{package.folder}-{version}"
    folder.mkdir(parents=True)
    for name in package.files:
        shutil.copyfile(source / name, folder / Path(name).name)
    for sheet in folder.glob("*.css"):
        # Delivered in its place; without a time in it, so that a second run changes nothing.
        packed = gzip.compress(sheet.read_bytes(), mtime=0)
        sheet.with_name(f"{sheet.name}.gz").write_bytes(packed)
    write_sums(folder)
    return folder


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS over all files of a folder, in the format of sha256sum."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
        if path.name != "SHA256SUMS"
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def drop_addresses() -> None:
    """Take the download addresses out of the lock, which differ from network to network."""
    text = LOCK.read_text(encoding="utf-8")
    LOCK.write_text(re.sub(r'\n\s*"resolved": "[^"]*",', "", text), encoding="utf-8")


def main() -> None:
    """Copy every package and print where it went."""
    for package in PACKAGES:
        print(copy_package(package).relative_to(ROOT))
    drop_addresses()


if __name__ == "__main__":
    main()
