"""The axes of a chart: how far it reaches, and the round numbers and years that are written along it.

Owns the arithmetic for every format that draws; nothing is drawn here.
"""

from collections.abc import Iterator
from math import ceil, floor, log10

from cdstrack.core.reports.indicator_detail import Band, Chart
from cdstrack.core.verdict.trajectory import Point

_SAMPLES = 16
"""Strokes of the range that are looked at for its extent."""
_FINEST = 1e-6
"""No two figures lie closer together."""
_STEPS = (1, 2, 2.5, 5, 10)


def nice_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers, evenly apart, that enclose both ends; about `most` of them.

    >>> nice_ticks(40, 100, 4)
    [40, 60, 80, 100]
    """
    room = next(each for each in (high - low, abs(high), 1.0) if each >= _FINEST)
    power = 10.0 ** floor(log10(room / most))
    step = next(step * power for step in _STEPS if step * power * most >= room * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    last = max(last, first + 1)
    return [_whole(count * step) for count in range(first, last + 1)]


def _whole(number: float) -> float:
    rounded = round(number, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def range_strokes(band: Band | None, columns: int) -> Iterator[tuple[Point, Point]]:
    """The range of what is likely, cut into upright strokes; as many as there are columns."""
    if band is None:
        return
    for step in range(1, columns + 1):
        t = band.start + (band.end - band.start) * step / columns
        low, high = band.at(t)
        yield Point(t, low), Point(t, high)


def points_of(chart: Chart) -> Iterator[Point]:
    """Everything that the chart has to find room for."""
    yield from (*chart.figures, *chart.path, *chart.targets)
    for column in range_strokes(chart.band, _SAMPLES):
        yield from column


def extent(chart: Chart) -> tuple[float, float]:
    """The lowest and the highest value in sight."""
    values = [point.x for point in points_of(chart)]
    return min(values), max(values)


def year_marks(chart: Chart, most: int) -> list[int]:
    """The ends of years inside the chart, every one or every so many."""
    times = [point.t for point in points_of(chart)]
    return years_between(min(times), max(times), most)


def years_between(start: float, end: float, most: int) -> list[int]:
    """The ends of years in a span of time, the last of them and every so many before it.

    >>> years_between(2019.5, 2031.0, 4)
    [2022, 2025, 2028, 2031]
    """
    first, last = ceil(start), floor(end)
    step = max(1, ceil((last - first + 1) / max(most, 1)))
    return list(range(last, first - 1, -step))[::-1]
