"""Make the synonyms that ship with the application from the Debian package mythes-de.

`make thesaurus` fetches and unpacks the package; its folder is the only argument. The data are
OpenThesaurus (LGPL 2.1 or later).
"""

import gzip
import re
import sys
from pathlib import Path

from ideas.core.german import DATA, fold, stem, stop_words
from ideas.core.synonyms import NOUN

SOURCE = "usr/share/mythes/th_de_DE_v2.dat"
TARGET = DATA / "openthesaurus.txt.gz"
REMARK = re.compile(r"\(([^()]*)\)")
SINGLE = re.compile(r"[a-z0-9]{2,40}")
# Not the same meaning, or nothing that anybody writes to the office.
LEFT_OUT = ("Oberbegriff", "Unterbegriff", "Assoziation", "Gegensatz", "derb", "vulg", "veraltet")
MOST = 25


def group(line: str) -> tuple[str, ...]:
    """Return the stems of one line of synonyms, single words only; a noun's ends with "+"."""
    stems: dict[str, str] = {}
    for entry in line.removeprefix("-|").rstrip("\n").split("|"):
        remarks = " ".join(REMARK.findall(entry))
        written = REMARK.sub("", entry).strip()
        word = fold(written)
        is_wanted = not any(mark in remarks for mark in LEFT_OUT)
        if is_wanted and SINGLE.fullmatch(word) and word not in stop_words():
            mark = NOUN if written[0].isupper() else stems.get(stem(word), "")
            stems[stem(word)] = mark
    return tuple(sorted(one + mark for one, mark in stems.items()))


def main() -> None:
    """Write the groups, each once, in a file that is the same after every run."""
    with (Path(sys.argv[1]) / SOURCE).open(encoding="utf-8") as file:
        groups = {group(line) for line in file if line.startswith("-|")}
    lines = [" ".join(one) for one in sorted(groups) if 0 < len(one) <= MOST]
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode("ascii"), mtime=0))
    print(f"{len(lines)} Gruppen, {TARGET.stat().st_size} Bytes: {TARGET}")


if __name__ == "__main__":
    main()
