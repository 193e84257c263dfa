"""A chart for the terminal: figures, the plan's path, targets and definition breaks over time.

Owns the drawing. Without colour the signs alone tell the parts apart; numbers on the axes are
written as the reader's language writes them.
"""

from typing import Any

from cdstrack.core.reports.indicator_detail import Chart
from cdstrack.core.verdict.trajectory import Point
from cdstrack.render.indicator.axes import extent, nice_ticks, points_of, range_strokes, year_marks
from cdstrack.render.page.layout import Cell, cell
from cdstrack.words.labels.plan import tell
from cdstrack.words.parse.numbers import format_number

FIGURE, PATH, TARGET, BREAK, LIKELY = "●", "·", "◆", "┆", "░"
_COLOURS = {FIGURE: 63, PATH: 130, TARGET: 28, BREAK: 160, LIKELY: 102}
"""Of the 256: readable on black and on white alike."""
_NARROWEST, _LOWEST, _HIGHEST = 30, 10, 20
_ROWS_PER_TICK, _COLUMNS_PER_TICK = 4, 12


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
    ticks = nice_ticks(*extent(chart), rows // _ROWS_PER_TICK)
    years = year_marks(chart, columns // _COLUMNS_PER_TICK)
    for time in chart.breaks:
        _draw(figure, (Point(time, ticks[0]), Point(time, ticks[-1])), BREAK, joined=True)
    for column in range_strokes(chart.band, columns):
        _draw(figure, column, LIKELY, joined=True)
    if len(chart.path) > 1:
        last = Point(max(point.t for point in points_of(chart)), chart.path[-1].x)
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


def _draw(figure: Any, points: tuple[Point, ...], sign: str, *, joined: bool = False) -> None:  # noqa: ANN401 - plotext has no types
    import plotext

    if points:
        marker = plotext.marker(sign, _COLOURS[sign])
        times, values = zip(*points, strict=True)
        signal = figure.signal(list(times), list(values), marker=marker)
        figure.draw(signal.lines() if joined else signal)
