"""The small line beside an indicator in a table.

Owns where it lies, in the units of a drawing of 220 by 56.
"""

from dataclasses import dataclass

from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.lines import unbroken
from cdstrack.core.verdict.trajectory import Point
from cdstrack.render.report.picture_words import trend_words
from cdstrack.render.report.scale import coordinate, places_text, thinned
from cdstrack.render.view import View
from cdstrack.words.labels.report import report_text


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line; `level` is the height of the active target."""

    title: str
    description: str
    lines: tuple[str, ...]
    last: tuple[str, str] | None
    level: str


def spark(detail: IndicatorDetail, view: View) -> Spark | None:
    """The figures as a small line, which is broken where the definition was; None without figures."""
    indicator, chart = detail.item.indicator, detail.chart
    if not chart.figures:
        return None
    line = detail.item.active_line
    goal = None if line is None or line.verdict.threshold is None else float(line.verdict.threshold)
    values = [point.x for point in chart.figures]
    low, high = min(values), max(values)
    in_sight = goal is not None and 2 * low - high <= goal <= 2 * high - low
    if in_sight and goal is not None:
        low, high = min(low, goal), max(high, goal)
    first, last = chart.figures[0].t, chart.figures[-1].t

    def place(point: Point) -> tuple[float, float]:
        along = (point.t - first) / (last - first) if last > first else 1.0
        up = (point.x - low) / (high - low) if high > low else 0.5
        return 6 + 208 * along, 50 - 44 * up

    pieces = [piece for group in detail.series.figures for piece in unbroken(detail, group)]
    lines = (places_text(thinned([place(each.point) for each in piece])) for piece in pieces)
    x, y = place(chart.figures[-1])
    return Spark(
        title=report_text("trend_of", view.language, name=view.short_name(indicator)),
        description=trend_words(detail, view),
        lines=tuple(line for line in lines if " " in line),
        last=(coordinate(x), coordinate(y)),
        level=coordinate(place(Point(last, goal))[1]) if in_sight and goal is not None else "",
    )
