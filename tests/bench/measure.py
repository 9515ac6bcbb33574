"""Asking often: how long one waits alone, how much is answered together, what it costs."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from tests.bench.serving import Server
from tests.bench.visitor import Answer

TOGETHER = 8
WARM = 6
Ask = Callable[[], Answer]


@dataclass
class Figures:
    """What was measured of a page."""

    waits: list[float] = field(default_factory=list)
    cpu: float = 0.0
    size: int = 0
    rate: float = 0.0
    bad: int = 0
    bare: float = 0.0
    smaller: float = 0.0

    @property
    def median(self) -> float:
        return median(self.waits)

    @property
    def ratio(self) -> float:
        """How many times the bare page's processor time, measured around this one."""
        return self.cpu / self.bare

    @property
    def p95(self) -> float:
        return quantiles(self.waits, n=20)[-1]


def alone(server: Server, asks: Sequence[Ask], good: Callable[[Answer], bool]) -> Figures:
    """Ask one after the other; processor time is counted from after the warming up."""
    figures = Figures()
    for ask in asks[:WARM]:
        figures.bad += not good(ask())
    before = server.cpu()
    for ask in asks[WARM:]:
        start = time.perf_counter()
        answer = ask()
        figures.waits.append((time.perf_counter() - start) * 1000)
        figures.bad += not good(answer)
        figures.size = len(answer.body)
    figures.cpu = (server.cpu() - before) * 1000 / len(figures.waits)
    return figures


def together(queues: Sequence[Sequence[Ask]], good: Callable[[Answer], bool]) -> tuple[float, int]:
    """Let several visitors ask at once; return good answers per second and the number of bad."""
    counts: list[tuple[int, int]] = []

    def run(asks: Sequence[Ask]) -> None:
        found = [good(ask()) for ask in asks]
        counts.append((sum(found), len(found) - sum(found)))

    threads = [threading.Thread(target=run, args=(queue,)) for queue in queues]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lost = sum(len(queue) for queue in queues) - sum(map(sum, counts))
    seconds = time.perf_counter() - start
    return sum(ok for ok, _ in counts) / seconds, sum(bad for _, bad in counts) + lost
