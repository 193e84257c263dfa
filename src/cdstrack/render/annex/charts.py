"""The charts of a workbook: an indicator's figures, its path, its targets and what is likely.

Owns the names of the lines; a spreadsheet draws them from the numbers of a sheet of their own.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cdstrack.core.plan.model import Unit
from cdstrack.core.record.observation import to_decimal
from cdstrack.core.record.sheet import ChartLine, ChartSheet, Sheet, SheetChart, SheetColumn, Value
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.core.reports.plot import PlotLine, plot_lines
from cdstrack.render.view import View
from cdstrack.words.labels.annex import annex_text as say
from cdstrack.words.labels.cells import unit_words

_WIDTHS = {"indicator": 44, "line": 30, "day": 14, "number": 16}


def chart_sheet(report: PlanReport, view: View, above: tuple[str, ...]) -> ChartSheet:
    """A chart for each indicator that has figures; `above` are the lines over the sheets."""
    language = view.language
    drawn = ((detail, plot_lines(detail)) for detail in report.indicators)
    charts = tuple(_chart(detail, lines, view) for detail, lines in drawn if lines)
    columns = tuple(
        SheetColumn(say(f"chart_{name}", language), width) for name, width in _WIDTHS.items()
    )
    title = say("chart_numbers", language)
    numbers = Sheet(title, columns, tuple(_rows(charts)), above=(title, *above))
    return ChartSheet(say("charts", language), (say("charts", language), *above), charts, numbers)


def _chart(detail: IndicatorDetail, lines: tuple[PlotLine, ...], view: View) -> SheetChart:
    indicator = detail.item.indicator
    return SheetChart(
        view.short_name(indicator),
        unit_words(indicator, view.language),
        indicator.unit is Unit.RANK,
        tuple(_line(line, detail, view) for line in lines),
    )


def _line(line: PlotLine, detail: IndicatorDetail, view: View) -> ChartLine:
    name = say(f"line_{line.kind}", view.language)
    if line.group and detail.item.indicator.every:
        dimension = next(iter(detail.item.indicator.every))
        name = f"{name}: {view.disaggregation(f'{dimension}={line.group}')}"
    points = tuple((day, _number(value)) for day, value in line.points)
    return ChartLine(name, line.kind, line.group, points)


def _number(value: Fraction | float) -> Decimal | float:
    return to_decimal(value) if isinstance(value, Fraction) else value


def _rows(charts: tuple[SheetChart, ...]) -> Iterator[tuple[Value, ...]]:
    for chart in charts:
        for line in chart.lines:
            for day, number in line.points:
                yield chart.title, line.name, day, number
