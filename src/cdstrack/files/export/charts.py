"""Native spreadsheet charts, drawn from the numbers of a sheet of their own.

Owns the position of each chart, the look of its lines, and its axis of years. A title from outside
is never read as a formula.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import IO, Any

from cdstrack.core.record.sheet import ChartLine, ChartSheet, Sheet, SheetChart
from cdstrack.files.export.cells import Styles
from cdstrack.files.export.workbook import (
    add_sheet,
    heading_row,
    open_workbook,
    set_page,
    write_above,
)
from cdstrack.words.parse.clean import clean

_ROWS, _COLUMNS = 16, 9
"""Rows and columns of the sheet that one chart covers; two are beside each other."""
_SIZE = {"width": 560, "height": 300}
_OFFSET = {"y_offset": 8}
"""In pixels; keeps the upper edge of a chart off the page before."""
_BESIDE = 2
_WIDTH = 8
"""Characters that fit into a column of default width."""
_EVERYWHERE = 2
_PER_PAGE = 6
"""Rows of charts on a printed page."""
_LONGEST = 200
"""Characters of a title; a spreadsheet allows 255."""
_MOST_YEARS = 12
_YEAR = 365.25
_GREY, _GREEN, _AMBER = "#7F7F7F", "#2E7D32", "#B45F06"
_GROUPS = ("#1F4E78", "#C0504D", "#8064A2", "#31859C", "#7F6000", "#404040")
"""Colours of figures, one for each group; they repeat after the last."""
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "path": {"line": {"color": _GREY, "width": 1.25, "dash_type": "dash"}},
    "targets": {
        "line": {"none": True},
        "marker": {"type": "diamond", "size": 9, "fill": {"color": _GREEN}},
    },
    "likely_low": {
        "line": {"none": True},
        "marker": {"type": "long_dash", "size": 9, "border": {"color": _AMBER}},
    },
    "likely_high": {
        "line": {"none": True},
        "marker": {"type": "long_dash", "size": 9, "border": {"color": _AMBER}},
    },
}


def write_report(file: IO[bytes], grids: Sequence[Sheet], charts: ChartSheet, caption: str) -> None:
    """Writes each table to its own sheet, and the charts after the first of them.

    Raises:
        ValueError: A table has more rows than a sheet can hold.
    """
    first, *others = grids
    with open_workbook(file) as workbook:
        styles = Styles(workbook)
        add_sheet(workbook, first, styles, caption)
        _write_charts(workbook, charts, styles, caption)
        for grid in others:
            add_sheet(workbook, grid, styles, caption)


def _write_charts(workbook: Any, charts: ChartSheet, styles: Styles, caption: str) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Adds two sheets: the charts, and the numbers that they are drawn from."""
    sheet = workbook.add_worksheet(charts.title)
    set_page(sheet, caption)
    sheet.set_portrait()
    sheet.hide_gridlines(_EVERYWHERE)
    write_above(sheet, charts.above, [_WIDTH] * _BESIDE * _COLUMNS, styles)
    top = heading_row(charts.numbers)
    rows = _blocks(charts, top + 1)
    for place, (chart, ranges) in enumerate(rows):
        drawn = _drawn(workbook, chart, charts.numbers.title, ranges)
        down, across = divmod(place, _BESIDE)
        sheet.insert_chart(top + down * _ROWS, across * _COLUMNS, drawn, _OFFSET)
    _break_pages(sheet, top, len(charts.charts))
    add_sheet(workbook, charts.numbers, styles, caption)


def _blocks(charts: ChartSheet, first: int) -> Iterator[tuple[SheetChart, list[tuple[int, int]]]]:
    """Each chart with the first and the last row of each of its lines."""
    row = first
    for chart in charts.charts:
        ranges = []
        for line in chart.lines:
            ranges.append((row, row + len(line.points) - 1))
            row += len(line.points)
        yield chart, ranges


def _drawn(
    workbook: Any,  # noqa: ANN401 - xlsxwriter has no types
    chart: SheetChart,
    sheet: str,
    ranges: list[tuple[int, int]],
) -> Any:  # noqa: ANN401
    names = list(dict.fromkeys(line.group for line in chart.lines))
    drawn = workbook.add_chart({"type": "scatter", "subtype": "straight"})
    for line, (first, last) in zip(chart.lines, ranges, strict=True):
        drawn.add_series(
            {
                "name": _plain(line.name),
                "categories": [sheet, first, 2, last, 2],
                "values": [sheet, first, 3, last, 3],
                **(_LOOKS.get(line.look) or _figures(line, names)),
            }
        )
    drawn.set_title({"name": _plain(chart.title), "name_font": {"size": 11}, "overlay": False})
    drawn.set_x_axis(_years(chart))
    unit = {"name": _plain(chart.unit), "name_font": {"size": 9, "bold": False}}
    grid = {"visible": True, "line": {"color": "#D9D9D9"}}
    drawn.set_y_axis({**unit, "major_gridlines": grid, "reverse": chart.falls})
    drawn.set_legend({"position": "bottom", "font": {"size": 9}})
    drawn.set_size(_SIZE)
    return drawn


def _figures(line: ChartLine, groups: Sequence[str]) -> dict[str, object]:
    """The look of the figures of a group; those of a part of a year are not connected."""
    colour = _GROUPS[groups.index(line.group) % len(_GROUPS)]
    if line.look == "part_year":
        hollow = {"fill": {"none": True}, "border": {"color": colour}}
        return {"line": {"none": True}, "marker": {"type": "circle", "size": 5, **hollow}}
    full = {"fill": {"color": colour}, "border": {"color": colour}}
    return {
        "line": {"color": colour, "width": 2},
        "marker": {"type": "circle", "size": 5, **full},
    }


def _years(chart: SheetChart) -> dict[str, object]:
    """The axis of years. It begins a day after New Year, so that each step ends inside its year."""
    days = [day for line in chart.lines for day, _ in line.points]
    first, last = min(days).year, max(days).year + 1
    step = max(1, -(-(last - first) // _MOST_YEARS))
    return {
        "date_axis": False,
        "num_format": "yyyy",
        "min": date(first, 1, 2),
        "max": date(last, 1, 2),
        "major_unit": _YEAR * step,
        "num_font": {"size": 9},
        "label_position": "low",
    }


def _plain(text: str) -> str:
    """A text that a spreadsheet cannot read as a formula or a reference."""
    plain = clean(text)[:_LONGEST]
    return f" {plain}" if plain.startswith("=") else plain or " "


def _break_pages(sheet: Any, top: int, charts: int) -> None:  # noqa: ANN401 - xlsxwriter has no types
    rows = -(-charts // _BESIDE)
    sheet.set_h_pagebreaks([top + row * _ROWS for row in range(_PER_PAGE, rows, _PER_PAGE)])
    sheet.print_area(0, 0, top + max(1, rows) * _ROWS, _BESIDE * _COLUMNS - 1)
