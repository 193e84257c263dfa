"""The path that a plan asks for, and its value on a date.

Owns straight lines from the origin through the targets. Decimal years and plain floats: what is
exact (whether a figure satisfies a target) is decided elsewhere.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

TOLERANCE = 1e-9


class Point(NamedTuple):
    """A decimal year and a value."""

    t: float
    x: float


@dataclass(frozen=True, slots=True)
class Path:
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
        legs = list(pairwise(self.points)) or [(self.points[0], self.points[0])]
        return next((leg for leg in legs if t <= leg[1].t), legs[-1])

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
