"""The table of the benchmark, with what was promised beside each figure."""

from dataclasses import dataclass, field

from tests.bench.measure import Figures

RATIO = {
    "Liste": 6,
    "Suche": 6,
    "Ideenseite": 6,
    "Rangfolge": 6,
    "Tafel": 12,
    "Einreichen": 8,
    "Bewerten": 8,
}
STATEMENTS, GROWTH, FIRST_VISIT = 12, 1.25, 120_000
HEAD = (
    f"{'Seite':<12}{'Median':>9}{'p95':>9}{'gut/s':>8}{'SQL':>5}{'kB':>7}"
    f"{'CPU ms':>9}{'× nackt':>9}{'Ziel':>6}  "
)


@dataclass
class Measured:
    """Everything that one run found."""

    few: dict[str, int]
    many: dict[str, int]
    most: dict[str, int]
    bare: Figures = field(default_factory=Figures)
    pages: dict[str, Figures] = field(default_factory=dict)
    forms: dict[str, Figures] = field(default_factory=dict)
    first_visit: int = 0


def report(found: Measured) -> None:
    """Print the table."""
    print(f"\nServer mit 2 Prozessen, 10.000 Ideen; Median und p95 in ms an 1 Verbindung\n\n{HEAD}")
    found.bare.bare = found.bare.cpu
    _line("nackt", found.bare, "")
    for name, figures in (found.pages | found.forms).items():
        _line(name, figures, found.most.get(name, ""))
    print("\nSQL-Anweisungen mit 20, 1.000 und 10.000 Ideen (höchstens 12, überall gleich)")
    for name, count in found.most.items():
        counts = (found.few[name], found.many[name], count)
        _say(name, " · ".join(map(str, counts)), holds=len({*counts}) == 1 and count <= STATEMENTS)
    print("\nKosten von 1.000 auf 10.000 Ideen (höchstens 1,25-mal)")
    for name, figures in found.pages.items():
        growth = figures.cpu / figures.smaller
        _say(name, f"{growth:.2f}", holds=growth <= GROWTH)
    print()
    bad = sum(figures.bad for figures in found.pages.values())
    _say("Verfehlte Seiten", str(bad), holds=bad == 0)
    failed = sum(figures.bad for figures in found.forms.values())
    _say("Verfehlte Schreibvorgänge", str(failed), holds=failed == 0)
    weight = f"{found.first_visit / 1000:.1f} kB"
    _say("Erster Besuch (höchstens 120 kB)", weight, holds=found.first_visit <= FIRST_VISIT)


def _line(name: str, figures: Figures, statements: int | str) -> None:
    promised = RATIO.get(name)
    verdict = "" if promised is None else "gehalten" if figures.ratio <= promised else "VERFEHLT"
    print(
        f"{name:<12}{figures.median:>9.1f}{figures.p95:>9.1f}{figures.rate:>8.0f}"
        f"{statements:>5}{figures.size / 1000:>7.1f}{figures.cpu:>9.2f}"
        f"{figures.ratio:>9.1f}{promised or '':>6}  {verdict}"
    )


def _say(name: str, value: str, *, holds: bool) -> None:
    print(f"  {name:<34}{value:>18}  {'gehalten' if holds else 'VERFEHLT'}")
