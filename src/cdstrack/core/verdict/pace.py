"""How fast a series moves, where that leads, and when no forecast is made.

Owns the Theil-Sen slope, the forecast with its refusals, and the outlook. The slope is the median
of all pairwise slopes (Theil 1950, Sen 1968): it needs no tuning and a single wild figure hardly
moves it. The limits below are this program's own, not a standard (docs/methods.md).
"""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from cdstrack.core.verdict.median_slope import extreme_slopes, median_slope, slope
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import TOLERANCE, Point
from cdstrack.core.verdict.vocabulary import Outlook

SHORTEST_SPAN = 0.25
HORIZON_PER_SPAN = 5
FEW_POINTS = 4
JUST_SHORT = 0.20
LISTED_POINTS = 20
"""Points whose slopes are listed one by one: the most that have no more than 200."""


class Trend(NamedTuple):
    """Points in order of time, all of different dates, and the change per year between every two."""

    points: tuple[Point, ...]

    @classmethod
    def of(cls, points: Iterable[Point]) -> "Trend":
        """The trend of the points; of two at one time the first counts."""
        at_time: dict[float, Point] = {}
        for point in points:
            at_time.setdefault(point.t, point)
        return cls(tuple(sorted(at_time.values())))

    @property
    def slopes(self) -> tuple[float, ...]:
        """The change per year between every two points; of more than 20 points, the newest 20."""
        return tuple(slope(*pair) for pair in combinations(self.points[-LISTED_POINTS:], 2))

    @property
    def slope_count(self) -> int:
        """How many pairs of points there are, each with a slope."""
        return len(self.points) * (len(self.points) - 1) // 2

    @property
    def pace(self) -> float | None:
        """The Theil-Sen slope, per year; None with fewer than two dates.

        >>> Trend.of([Point(2023, 45), Point(2024, 41), Point(2025, 36)]).pace
        -4.5
        """
        return _pace_of(self.points) if len(self.points) > 1 else None

    @property
    def span(self) -> float:
        """Years from the first point to the last."""
        return self.points[-1].t - self.points[0].t if self.points else 0.0


_pace_of = lru_cache(maxsize=8)(median_slope)
"""Every target of an indicator asks for the pace of the same points."""


class Refusal(StrEnum):
    """Why there is no forecast."""

    ONE_DATE = "one_date"
    SHORT_SPAN = "short_span"
    FAR_HORIZON = "far_horizon"
    TOO_OLD = "too_old"


class Doubt(StrEnum):
    """Why a forecast has low confidence."""

    FEW_FIGURES = "few_figures"
    LONG_HORIZON = "long_horizon"
    BOTH_WAYS = "both_ways"
    STALE = "stale"
    RANK = "rank"


class Forecast(NamedTuple):
    """Where the recent pace leads at the due date; no value is clipped to any bounds.

    `low` and `high` are where the smallest and the largest of the pairwise slopes would lead.
    """

    value: float
    low: float
    high: float
    doubts: tuple[Doubt, ...]

    @property
    def low_confidence(self) -> bool:
        """Whether there is any reason for doubt."""
        return bool(self.doubts)


def forecast(
    trend: Trend, due: float, *, too_old: bool, doubts: Iterable[Doubt]
) -> Forecast | Refusal:
    """The latest value carried on at the Theil-Sen pace, or why none is made.

    Refused with fewer than two dates, figures that are `too_old`, a span under a quarter of a
    year, or a horizon over five spans. Of low confidence with fewer than four points, a horizon
    longer than the span, slopes of both signs, or any `doubts` of the caller.
    """
    pace = trend.pace
    if pace is None:
        return Refusal.ONE_DATE
    latest = trend.points[-1]
    horizon = due - latest.t
    if too_old:
        return Refusal.TOO_OLD
    if trend.span < SHORTEST_SPAN - TOLERANCE:
        return Refusal.SHORT_SPAN
    if horizon > HORIZON_PER_SPAN * trend.span + TOLERANCE:
        return Refusal.FAR_HORIZON
    low, high = extreme_slopes(trend.points)
    own = {
        Doubt.FEW_FIGURES: len(trend.points) < FEW_POINTS,
        Doubt.LONG_HORIZON: horizon > trend.span + TOLERANCE,
        Doubt.BOTH_WAYS: low < 0 < high,
    }
    found = (*(doubt for doubt, holds in own.items() if holds), *doubts)
    value, lowest, highest = (latest.x + each * horizon for each in (pace, low, high))
    return Forecast(value, lowest, highest, found)


def met_by(threshold: Threshold, value: float) -> bool:
    """Whether a computed value satisfies the target; within 1e-9 of a bound it counts as on it.

    >>> met_by(Threshold(low=Fraction(1, 3)), 1 / 3), met_by(Threshold(high=Fraction(9)), 9.19)
    (True, False)
    """
    exact = Fraction(value)
    bound = threshold.bound(exact)
    room = TOLERANCE * max(1.0, abs(float(bound)))
    return threshold.satisfied_by(bound if abs(exact - bound) <= room else exact)


def outlook(
    missing: float, missing_at_due: float, pace: float, sign: int, *, reaches: bool
) -> Outlook:
    """The outlook: whether the recent pace reaches the target, or how much of the gap will remain.

    Args:
        missing: Target minus latest value.
        missing_at_due: Target minus forecast.
        pace: Change per year.
        sign: +1 where a rise is missing, -1 where a fall is.
        reaches: Whether the forecast satisfies the target.
    """
    if pace * sign <= 0:
        return Outlook.AWAY
    if reaches:
        return Outlook.REACH
    share = missing_at_due / missing if missing else 0.0
    return Outlook.JUST_SHORT if share <= JUST_SHORT + TOLERANCE else Outlook.SHORT
