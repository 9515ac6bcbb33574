"""Measure the pages with 10,000 ideas against a bare page on the same server: `make bench`."""

import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.bench import likeness
from tests.bench.houses import House, house
from tests.bench.measure import TOGETHER, Ask, Figures, alone, together
from tests.bench.report import Measured, report
from tests.bench.serving import Server, serving
from tests.bench.statements import statements
from tests.bench.visitor import Visitor
from tests.bench.writing import is_done, is_shown, scorers, scorings, submissions

READS, WRITES, CROWD = 250, 120, 40


@dataclass(frozen=True)
class Street:
    """The servers of a run, side by side: the bare one, 1,000 ideas, 10,000 ideas."""

    bare: Server
    smaller: Server
    server: Server
    small: House
    house: House


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, ExitStack() as stack:
        run = Path(folder)
        few, many, most = house(20, 30, run), house(1_000, 200, run), house(10_000, 2_000, run)
        measured = Measured(statements(few), statements(many), statements(most))
        bare = stack.enter_context(serving("tests.bench.bare:app", most.folder))
        smaller = stack.enter_context(serving("wsgi:app", many.folder))
        server = stack.enter_context(serving("wsgi:app", most.folder))
        street = Street(bare, smaller, server, many, most)
        _measure_pages(street, measured)
        _measure_forms(street, measured)
        report(measured)
    likeness.main()
    return 0


def _measure_pages(street: Street, measured: Measured) -> None:
    email, password = street.house.email("bernd"), street.house.password
    crowd = [Visitor(street.server.port).sign_in(email, password) for _n in range(TOGETHER)]
    reader = Visitor(street.smaller.port).sign_in(street.small.email("bernd"), password)
    measured.first_visit = crowd[0].weigh("/")
    for name, path in street.house.pages.items():
        print(f"  {name} …", flush=True)
        bare = _bare(street, measured)
        smaller = _read(street.smaller, reader, street.small.pages[name]).cpu
        figures = _read(street.server, crowd[0], path)
        figures.smaller, figures.bare = smaller, (bare + _bare(street, measured)) / 2
        figures.rate, bad = together([_asks(one, path, CROWD) for one in crowd], is_shown)
        figures.bad += bad
        measured.pages[name] = figures


def _measure_forms(street: Street, measured: Measured) -> None:
    most, port = street.house, street.server.port
    authors = [row["email"] for row in most.people[-TOGETHER:]]
    crowd = [Visitor(port).sign_in(email, most.password) for email in authors]
    print("  Einreichen …", flush=True)
    figures = _written(street, submissions(crowd[0], WRITES), measured)
    _crowded(figures, [submissions(one, CROWD) for one in crowd])
    measured.forms["Einreichen"] = figures
    group = list(scorers(most, port, TOGETHER))
    print("  Bewerten …", flush=True)
    figures = _written(street, scorings(*group[0], WRITES), measured)
    _crowded(figures, [scorings(*one, CROWD) for one in group])
    measured.forms["Bewerten"] = figures


def _written(street: Street, asks: list[Ask], measured: Measured) -> Figures:
    bare = _bare(street, measured)
    figures = alone(street.server, asks, is_done)
    figures.bare = (bare + _bare(street, measured)) / 2
    return figures


def _crowded(figures: Figures, queues: list[list[Ask]]) -> None:
    figures.rate, bad = together(queues, is_done)
    figures.bad += bad


def _bare(street: Street, measured: Measured) -> float:
    """Measure the bare page: before and after each page, as the machine's speed changes."""
    measured.bare = _read(street.bare, Visitor(street.bare.port), "/")
    return measured.bare.cpu


def _read(server: Server, reader: Visitor, path: str) -> Figures:
    return alone(server, _asks(reader, path, READS), is_shown)


def _asks(reader: Visitor, path: str, count: int) -> list[Ask]:
    return [lambda: reader.get(path)] * count


if __name__ == "__main__":
    sys.exit(main())
