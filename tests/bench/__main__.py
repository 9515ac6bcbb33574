"""Measure the pages with 10,000 ideas against a bare page on the same server: `make bench`."""

import sys
import tempfile
from pathlib import Path

from tests.bench.houses import House, house
from tests.bench.measure import TOGETHER, Ask, Figures, alone, together
from tests.bench.report import Measured, report
from tests.bench.serving import Server, serving
from tests.bench.statements import statements
from tests.bench.visitor import Visitor
from tests.bench.writing import is_done, is_shown, scorers, scorings, submissions

READS, WRITES, CROWD = 250, 120, 40


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        run = Path(folder)
        few, many, most = house(20, 30, run), house(1_000, 200, run), house(10_000, 2_000, run)
        measured = Measured(statements(few), statements(many), statements(most))
        with serving("tests.bench.bare:app", most.folder) as server:
            measured.bare = _read(server, Visitor(server.port), "/")
        with serving("wsgi:app", many.folder) as server:
            reader = Visitor(server.port).sign_in(many.email("bernd"), many.password)
            for name, path in many.pages.items():
                measured.smaller[name] = _read(server, reader, path).cpu
        with serving("wsgi:app", most.folder) as server:
            _measure_pages(server, most, measured)
            _measure_forms(server, most, measured)
        report(measured)
    return 0


def _read(server: Server, reader: Visitor, path: str, count: int = READS) -> Figures:
    return alone(server, _asks(reader, path, count), is_shown)


def _asks(reader: Visitor, path: str, count: int) -> list[Ask]:
    return [lambda: reader.get(path)] * count


def _measure_pages(server: Server, most: House, measured: Measured) -> None:
    emails = [most.email("bernd")] * TOGETHER
    crowd = [Visitor(server.port).sign_in(email, most.password) for email in emails]
    measured.first_visit = crowd[0].weigh("/")
    for name, path in most.pages.items():
        print(f"  {name} …", flush=True)
        figures = _read(server, crowd[0], path)
        asks = [_asks(visitor, path, CROWD) for visitor in crowd]
        figures.rate, bad = together(asks, is_shown)
        figures.bad += bad
        measured.pages[name] = figures


def _measure_forms(server: Server, most: House, measured: Measured) -> None:
    authors = [row["email"] for row in most.people[-TOGETHER:]]
    crowd = [Visitor(server.port).sign_in(email, most.password) for email in authors]
    print("  Einreichen …", flush=True)
    figures = alone(server, submissions(crowd[0], WRITES), is_done)
    queues = [submissions(visitor, CROWD) for visitor in crowd]
    figures.rate, measured.failed = together(queues, is_done)
    measured.forms["Einreichen"] = figures
    print("  Bewerten …", flush=True)
    group = list(scorers(most, server.port, TOGETHER))
    asks = [scorings(visitor, ideas, WRITES) for visitor, ideas in group]
    figures = alone(server, asks[0], is_done)
    rest = [scorings(visitor, ideas, CROWD) for visitor, ideas in group]
    figures.rate, failed = together(rest, is_done)
    measured.forms["Bewerten"] = figures
    measured.failed += failed + sum(found.bad for found in measured.forms.values())


if __name__ == "__main__":
    sys.exit(main())
