"""How fast a series moves, where that leads, and when not to say so.

Owns the Theil-Sen slope, the forecast with its refusals, and the outlook. The slope is the median
of all pairwise slopes (Theil 1950, Sen 1968): it needs no tuning and a single wild figure hardly
moves it. The limits below are this program's own, not a standard (docs/methods.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from cdstrack.core.status import Outlook
from cdstrack.core.trajectory import TOLERANCE, Point

SHORTEST_SPAN = 0.25
HORIZON_PER_SPAN = 5
FEW_POINTS = 4
REACHES, JUST_SHORT = 0.05, 0.20


@dataclass(frozen=True, slots=True)
class Trend:
    """Points in order of time, all of different dates, and the change per year between every two."""

    points: tuple[Point, ...]
    slopes: tuple[float, ...]

    @classmethod
    def of(cls, points: Iterable[Point]) -> "Trend":
        """The trend of the points; of two at one time the first counts."""
        at_time: dict[float, Point] = {}
        for point in points:
            at_time.setdefault(point.t, point)
        ordered = tuple(sorted(at_time.values()))
        return cls(ordered, tuple((b.x - a.x) / (b.t - a.t) for a, b in combinations(ordered, 2)))

    @property
    def pace(self) -> float | None:
        """The Theil-Sen slope, per year; None with fewer than two dates.

        >>> Trend.of([Point(2023, 45), Point(2024, 41), Point(2025, 36)]).pace
        -4.5
        """
        return median(self.slopes) if self.slopes else None

    @property
    def span(self) -> float:
        """Years from the first point to the last."""
        return self.points[-1].t - self.points[0].t if self.points else 0.0


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the recent pace leads at the due date; `value` is not clipped to any bounds."""

    value: float
    low_confidence: bool


def forecast(trend: Trend, due: float, *, too_old: bool, doubtful: bool) -> Forecast | None:
    """The latest value carried on at the Theil-Sen pace, or None where that would be a guess.

    Refused with fewer than two dates, a span under a quarter of a year, a horizon over five
    spans, or figures that are `too_old`. Of low confidence with fewer than four points, a horizon
    longer than the span, slopes of both signs, or where the caller finds the figures `doubtful`.
    """
    pace = trend.pace
    if pace is None or too_old or trend.span < SHORTEST_SPAN - TOLERANCE:
        return None
    latest = trend.points[-1]
    horizon = due - latest.t
    if horizon > HORIZON_PER_SPAN * trend.span + TOLERANCE:
        return None
    both_ways = min(trend.slopes) < 0 < max(trend.slopes)
    far, few = horizon > trend.span + TOLERANCE, len(trend.points) < FEW_POINTS
    return Forecast(latest.x + pace * horizon, few or far or both_ways or doubtful)


def outlook(missing: float, missing_at_due: float, pace: float, sign: int) -> Outlook:
    """How much of what is missing today will still be missing at the due date.

    Args:
        missing: Target minus latest value.
        missing_at_due: Target minus forecast.
        pace: Change per year.
        sign: +1 where a rise is missing, -1 where a fall is.
    """
    if pace * sign <= 0:
        return Outlook.AWAY
    share = missing_at_due / missing if missing else 0.0
    if share < REACHES - TOLERANCE:
        return Outlook.REACH
    return Outlook.JUST_SHORT if share <= JUST_SHORT + TOLERANCE else Outlook.SHORT
