"""Days as decimal years, how long a value stays current, and the path that a plan asks for.

The path is made of straight lines from the origin through the targets, in plain floats: what is
exact (whether a value satisfies a target) is decided in `cdstrack.core.verdict.threshold`.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cdstrack.core.plan.model import Frequency

DAYS_PER_YEAR = 365.25
STALE_AFTER = {
    Frequency.WEEKLY: 14,
    Frequency.MONTHLY: 62,
    Frequency.QUARTERLY: 183,
    Frequency.HALF_YEARLY: 366,
    Frequency.YEARLY: 731,
}
"""Days after which a figure is old: twice the frequency (docs/methods.md)."""


@lru_cache(maxsize=16384)
def decimal_year(day: date) -> float:
    """The end of the day as a decimal year, every month a twelfth.

    Anniversaries are whole years apart, so that rates over whole years come out exact.

    >>> decimal_year(date(2025, 12, 31)), decimal_year(date(2024, 6, 30))
    (2026.0, 2024.5)
    """
    days_in_month = monthrange(day.year, day.month)[1]
    return day.year + (day.month - 1 + day.day / days_in_month) / 12


def one_period_before(day: date, frequency: Frequency | None) -> date:
    """The day one reporting period earlier, by the calendar; yearly where none is declared.

    >>> one_period_before(date(2025, 12, 31), Frequency.QUARTERLY)
    datetime.date(2025, 9, 30)
    """
    if frequency is Frequency.WEEKLY:
        return day - timedelta(days=7)
    months = day.year * 12 + day.month - 1 - (frequency or Frequency.YEARLY).months
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_stale(age_days: int, frequency: Frequency | None, times: int = 1) -> bool:
    """Whether a figure of this age is older than `times` twice its frequency."""
    return age_days > times * STALE_AFTER[frequency or Frequency.YEARLY]


TOLERANCE = 1e-9


class Point(NamedTuple):
    """A decimal year and a value."""

    t: float
    x: float


class Path(NamedTuple):
    """Straight lines from point to point in order of time; flat after the last."""

    points: tuple[Point, ...]

    def at(self, t: float) -> float:
        """The value that the plan asks for at `t`, not before the origin.

        >>> Path((Point(2024, 40), Point(2031, 80))).at(2026)
        51.42857142857143
        """
        start, end = self.leg(t)
        if t >= end.t:
            return end.x
        return start.x + (end.x - start.x) * max(0.0, t - start.t) / (end.t - start.t)

    def leg(self, t: float) -> tuple[Point, Point]:
        """The two points that `t` lies between, a corner with the leg before it; then the last leg.

        >>> Path((Point(2024, 40), Point(2031, 80))).leg(2026)
        (Point(t=2024, x=40), Point(t=2031, x=80))
        """
        leg = (self.points[0], self.points[0])
        for leg in pairwise(self.points):
            if t <= leg[1].t:
                break
        return leg

    def when(self, x: float) -> float | None:
        """The first time at which the path takes the value; None where it never does.

        >>> Path((Point(2024, 40), Point(2031, 80))).when(50)
        2025.75
        """
        origin = self.points[0]
        if abs(x - origin.x) <= TOLERANCE:
            return origin.t
        for start, end in pairwise(self.points):
            low, high = sorted((start.x, end.x))
            if end.x != start.x and low - TOLERANCE <= x <= high + TOLERANCE:
                return start.t + (end.t - start.t) * (x - start.x) / (end.x - start.x)
        return None

    def lead(self, point: Point) -> float | None:
        """Years by which the point is ahead of the path; None where the path never takes its value.

        On the path there is no lead, however long the path has been flat.

        >>> Path((Point(2024, 40), Point(2031, 80))).lead(Point(2026, 50))
        -0.25
        """
        if abs(self.at(point.t) - point.x) <= TOLERANCE:
            return 0.0
        when = self.when(point.x)
        return None if when is None else when - point.t
