"""The median of the slopes between every two of many points, without forming every slope.

Owns the search for it. A slope is below s where x − s·t falls from the earlier point to the later. So
the slopes below s are counted by sorting (as Cole, Salowe, Steiger and Szemerédi 1989 do), an interval
is halved around the wanted slope until few slopes are in it, and only those are computed.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise
from statistics import median

from cdstrack.core.verdict.trajectory import Point

FEW = 200
"""Points up to which every slope is computed."""
_FEW_A_POINT = 4
"""Slopes a point that are computed at the end."""
_MARGIN = 1e-9
_NARROWEST = 1e-12
"""The width, beside the slopes themselves, within which slopes count as one."""


def slope(earlier: Point, later: Point) -> float:
    """The change per year from one point to a later one."""
    return (later.x - earlier.x) / (later.t - earlier.t)


def median_slope(points: Sequence[Point]) -> float:
    """The median of all pairwise slopes of at least two points in order of time.

    >>> median_slope([Point(2023, 45), Point(2024, 41), Point(2025, 36)])
    -4.5
    """
    if len(points) <= FEW:
        return median(slope(*pair) for pair in combinations(points, 2))
    pairs = len(points) * (len(points) - 1) // 2
    below, above = _order_statistic(points, (pairs - 1) // 2), _order_statistic(points, pairs // 2)
    return (below + above) / 2


def extreme_slopes(points: Sequence[Point]) -> tuple[float, float]:
    """The smallest and the largest of all pairwise slopes.

    Of many points only neighbours are looked at: any other slope is a mean of theirs.
    """
    pairs = combinations(points, 2) if len(points) <= FEW else pairwise(points)
    slopes = [slope(*pair) for pair in pairs]
    return min(slopes), max(slopes)


def _order_statistic(points: Sequence[Point], place: int) -> float:
    """The slope at a place, counted from 0, in the order of size."""
    low, high = extreme_slopes(points)
    # Both ends lie beyond every slope, so that rounding leaves none out.
    low, high = low - max(1.0, abs(low)) * _MARGIN, high + max(1.0, abs(high)) * _MARGIN
    smaller, most = 0, _FEW_A_POINT * len(points)
    not_above = len(points) * (len(points) - 1) // 2
    while not_above - smaller > most and high - low > _NARROWEST * max(1.0, abs(low), abs(high)):
        middle = (low + high) / 2
        count = _count_below(points, middle)
        if count <= place:
            low, smaller = middle, count
        else:
            high, not_above = middle, count
    found = sorted(islice(_between(points, low, high), most + 1))
    if len(found) > most:  # so many that are as good as equal
        return median(found)
    return found[min(max(place - smaller, 0), len(found) - 1)]


def _count_below(points: Sequence[Point], limit: float) -> int:
    count, known = 0, list[float]()
    for left in _without(points, limit):
        at = bisect_right(known, left)
        count += len(known) - at
        known.insert(at, left)
    return count


def _between(points: Sequence[Point], low: float, high: float) -> Iterator[float]:
    """The slopes from `low` on and below `high`: of the pairs that change their order on the way."""
    at_low, at_high = _without(points, low), _without(points, high)
    known: list[tuple[float, int]] = []
    for place in sorted(range(len(points)), key=at_low.__getitem__):
        mine = (at_high[place], place)
        at = bisect_right(known, mine)
        yield from (
            slope(points[min(place, each)], points[max(place, each)]) for _, each in known[at:]
        )
        known.insert(at, mine)


def _without(points: Sequence[Point], change: float) -> list[float]:
    """The values with a steady change per year taken off."""
    start = points[0].t
    return [point.x - change * (point.t - start) for point in points]
