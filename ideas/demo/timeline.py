"""When things happened: moments on working days, and the scenes played in their order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from ideas.core import clock
from ideas.core.database import session
from ideas.process import journal

Progress = Callable[[int, int], None]
OPENS, CLOSES = 7, 17
HOUR = 60


class Calendar:
    """Moments in working hours, counted back from the day of the demonstration."""

    def __init__(self, today: date, rng: Random) -> None:
        """Count from this day; everything lies before it."""
        self._today = today
        self._rng = rng
        self._last = datetime.combine(today, time(), clock.BERLIN).astimezone(UTC)

    def day(self, days_ago: int) -> date:
        """Return the day so many days ago, or the working day before it."""
        day = self._today - timedelta(days=days_ago)
        while not clock.is_working_day(day):
            day -= timedelta(days=1)
        return day

    def noon(self, days_ago: int) -> datetime:
        """Return noon of that day: the same moment whenever it is asked for."""
        noon = datetime.combine(self.day(days_ago), time(12), clock.BERLIN)
        return noon.astimezone(UTC)

    def ago(self, days: int) -> datetime:
        """Return a moment in the working hours of that day."""
        minutes = self._rng.randrange(OPENS * HOUR, CLOSES * HOUR)
        moment = datetime.combine(self.day(days), time(minutes // HOUR, minutes % HOUR))
        return moment.replace(tzinfo=clock.BERLIN, second=self._rng.randrange(60)).astimezone(UTC)

    def after(self, start: datetime, days: int) -> datetime:
        """Return a moment about so many days later, never before the start or after yesterday."""
        gone = (self._today - clock.local(start).date()).days
        moment = self.ago(max(gone - days, 1))
        if moment <= start:
            moment = start + timedelta(minutes=self._rng.randrange(5, 2 * HOUR))
        return min(moment, self._last - timedelta(minutes=1))

    def between(self, first: datetime, last: datetime) -> datetime:
        """Return a moment between two others."""
        days = max((last - first).days, 1)
        return min(self.after(first, self._rng.randrange(days)), last)


@dataclass(order=True)
class Scene:
    """Something that somebody does at a moment."""

    at: datetime
    n: int
    act: Callable[[], object] = field(compare=False)


class Script:
    """What happens, collected in any order and played in the order of time."""

    def __init__(self) -> None:
        """Begin without a scene."""
        self._scenes: list[Scene] = []

    def add(self, at: datetime, act: Callable[[], object]) -> None:
        """Let this happen then."""
        self._scenes.append(Scene(at, len(self._scenes), act))

    def play(self, progress: Progress) -> None:
        """Let everything happen, each entry of the journal sealed at its own moment."""
        for done, scene in enumerate(sorted(self._scenes), 1):
            with clock.at(scene.at):
                scene.act()
                journal.seal(session())
            progress(done, len(self._scenes))
