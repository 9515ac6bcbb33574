"""How points become scores, scores a ranking, and votes a decision: pure functions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from ideas.core.errors import Invalid
from ideas.core.i18n import _

LOWEST, HIGHEST = 1, 5
FULL_WEIGHT = 100
ENOUGH_WEIGHT = 70
ENOUGH_SCORES = 3
ENOUGH_PRESENT = 3
SAME = 9  # means are equal up to this many digits


class Marks(Mapping[str, int]):
    """Points for criteria: every one of a criterion of the rubric, every one on the scale."""

    def __init__(self, points: Mapping[str, int], weights: Mapping[str, int]) -> None:
        """Check the points against the rubric's weights.

        Raises:
            Invalid: a criterion is foreign or a value is off its scale.
        """
        if not set(points) <= set(weights):
            raise Invalid(_("This criterion does not belong to the campaign."))
        if not all(_is_on_scale(value) for value in points.values()):
            raise Invalid(_("Points are whole numbers from 1 to 5."))
        self._points = {key: points[key] for key in weights if key in points}
        self._weights = dict(weights)

    def __getitem__(self, key: str) -> int:
        return self._points[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._points)

    def __len__(self) -> int:
        return len(self._points)

    @property
    def answered_weight(self) -> int:
        """Return how much of the rubric's weight is answered."""
        return sum(self._weights[key] for key in self._points)

    @property
    def weighted(self) -> float:
        """Return the score from 0 to 100 over the answered criteria; a skipped one never counts.

        Raises:
            Invalid: too little is answered to say anything.
        """
        if self.answered_weight < ENOUGH_WEIGHT:
            raise Invalid(
                _(
                    "Please answer criteria with a weight of at least %(enough)s percent"
                    " (so far %(weight)s), or say below why you give no points.",
                    enough=ENOUGH_WEIGHT,
                    weight=self.answered_weight,
                )
            )
        total = sum(self._weights[key] * on_hundred(value) for key, value in self.items())
        return total / self.answered_weight


@dataclass(frozen=True)
class Spread:
    """The mean of some values with their lowest and highest."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Summary:
    """What the scores of one idea say; too few of them say nothing but their number."""

    count: int
    total: Spread | None
    profile: Mapping[str, Spread]


@dataclass(frozen=True)
class Standing:
    """What an idea's place in the ranking depends on."""

    key: int
    number: tuple[int, int]
    mean: float | None


def on_hundred(points: int) -> int:
    """Map the scale 1 to 5 to 0 to 100."""
    return FULL_WEIGHT * (points - LOWEST) // (HIGHEST - LOWEST)


def summary(scores: Sequence[tuple[float, Mapping[str, int]]]) -> Summary:
    """Sum up weighted scores and their points; nothing is said of fewer than three values."""
    by_criterion: dict[str, list[float]] = {}
    for _weighted, marks in scores:
        for key, value in marks.items():
            by_criterion.setdefault(key, []).append(float(value))
    profile = {key: found for key, values in by_criterion.items() if (found := spread(values))}
    total = spread([weighted for weighted, _marks in scores])
    return Summary(len(scores), total, profile if total else {})


def spread(values: Sequence[float]) -> Spread | None:
    """Return mean, lowest and highest of enough values."""
    if len(values) < ENOUGH_SCORES:
        return None
    return Spread(fsum(values) / len(values), min(values), max(values))


def ranking(standings: Iterable[Standing]) -> list[int]:
    """Order by mean, the best first; equal ones by receipt; those without a mean at the end."""

    def place(standing: Standing) -> tuple[bool, float, tuple[int, int]]:
        mean = standing.mean
        return mean is None, -round(mean or 0, SAME), standing.number

    return [standing.key for standing in sorted(standings, key=place)]


def is_quorate(present: int, members: int) -> bool:
    """Say whether enough entitled members are there: more than half of all, at least three."""
    return present >= ENOUGH_PRESENT and 2 * present > members


def is_carried(yes: int, no: int) -> bool:
    """Say whether a motion is carried; abstentions do not count, a tie carries nothing."""
    return yes > no


def _is_on_scale(value: object) -> bool:
    return type(value) is int and LOWEST <= value <= HIGHEST
