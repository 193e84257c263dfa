"""A chart for the terminal: figures, the plan's path, targets and definition breaks over time.

Owns the drawing. Without colour the signs alone tell the parts apart; numbers on the axes are
written as the reader's language writes them.
"""

from collections.abc import Iterator
from math import ceil, floor, log10
from typing import Any

from cdstrack.core.reports.indicator_detail import Band, Chart
from cdstrack.core.verdict.trajectory import Point
from cdstrack.render.page.layout import Cell, cell
from cdstrack.words.labels.plan import tell
from cdstrack.words.parse.numbers import format_number

FIGURE, PATH, TARGET, BREAK, LIKELY = "●", "·", "◆", "┆", "░"
_COLOURS = {FIGURE: 63, PATH: 130, TARGET: 28, BREAK: 160, LIKELY: 102}
"""Of the 256: readable on black and on white alike."""
_NARROWEST, _LOWEST, _HIGHEST = 30, 10, 20
_ROWS_PER_TICK, _COLUMNS_PER_TICK = 4, 12
_SAMPLES = 16
"""Strokes of the range that are looked at for its extent."""
_FINEST = 1e-6
"""No two figures lie closer together."""
_STEPS = (1, 2, 2.5, 5, 10)


def drawn_chart(chart: Chart, language: str, width: int, *, colour: bool) -> str:
    """The chart in `width` columns; without colour there is no escape code in it."""
    import plotext

    columns = max(width, _NARROWEST)
    rows = min(_HIGHEST, max(_LOWEST, columns // 5))
    # Else it cuts the chart down to the terminal it finds, whatever the view asks for.
    plotext.terminal.limit(width=False, height=False)
    figure = plotext.figure
    figure.clear()
    figure.theme("colorless")
    figure.plot_size(columns, rows)
    ticks = nice_ticks(*_extent(chart), rows // _ROWS_PER_TICK)
    years = _years(chart, columns // _COLUMNS_PER_TICK)
    for time in chart.breaks:
        _draw(figure, (Point(time, ticks[0]), Point(time, ticks[-1])), BREAK, joined=True)
    for column in _columns(chart.band, columns):
        _draw(figure, column, LIKELY, joined=True)
    if len(chart.path) > 1:
        last = Point(max(point.t for point in _points(chart)), chart.path[-1].x)
        _draw(figure, (*chart.path, last), PATH, joined=True)
    _draw(figure, chart.targets, TARGET)
    _draw(figure, chart.figures, FIGURE)
    written = [format_number(tick, language) for tick in ticks]
    figure.ruler("y").ticks(ticks, written).lim(ticks[0], ticks[-1])
    labels = [f"12/{year - 1}" if language == "vi" else f"{year - 1}-12" for year in years]
    figure.ruler("x").ticks([float(year) for year in years], labels)
    text: str = figure.build().string(colorless=not colour)
    return "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n"))


def legend(chart: Chart, language: str) -> Cell:
    """What each sign stands for; only those that occur."""
    parts = {
        (FIGURE, "sign_figure"): bool(chart.figures),
        (PATH, "sign_path"): len(chart.path) > 1,
        (TARGET, "sign_target"): bool(chart.targets),
        (LIKELY, "sign_likely"): chart.band is not None,
        (BREAK, "sign_break"): bool(chart.breaks),
    }
    named = (f"{sign} {tell(key, language)}" for (sign, key), occurs in parts.items() if occurs)
    return cell("   ".join(named))


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


def _draw(figure: Any, points: tuple[Point, ...], sign: str, *, joined: bool = False) -> None:  # noqa: ANN401 - plotext has no types
    import plotext

    if points:
        marker = plotext.marker(sign, _COLOURS[sign])
        times, values = zip(*points, strict=True)
        signal = figure.signal(list(times), list(values), marker=marker)
        figure.draw(signal.lines() if joined else signal)


def _columns(band: Band | None, columns: int) -> Iterator[tuple[Point, Point]]:
    """The range of what is likely, cut into upright strokes; as many as there are columns."""
    if band is None:
        return
    for step in range(1, columns + 1):
        t = band.start + (band.end - band.start) * step / columns
        low, high = band.at(t)
        yield Point(t, low), Point(t, high)


def _points(chart: Chart) -> Iterator[Point]:
    yield from (*chart.figures, *chart.path, *chart.targets)
    for column in _columns(chart.band, _SAMPLES):
        yield from column


def _extent(chart: Chart) -> tuple[float, float]:
    values = [point.x for point in _points(chart)]
    return min(values), max(values)


def _years(chart: Chart, most: int) -> list[int]:
    """The ends of years inside the chart, every one or every so many."""
    times = [point.t for point in _points(chart)]
    first, last = ceil(min(times)), floor(max(times))
    step = max(1, ceil((last - first + 1) / max(most, 1)))
    return list(range(last, first - 1, -step))[::-1]
