"""Workbooks for an office: tables with a frozen heading, filters, colours and numeric cells.

Owns the layout of a sheet on screen and on paper; how values are written to cells belongs to
`cdstrack.files.export.cells`.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import IO, Any

from typing_extensions import override

from cdstrack.core.record.sheet import Sheet, SheetColumn, Value
from cdstrack.files.export.cells import Styles, written
from cdstrack.files.export.sheet_rows import row_writer

MOST_ROWS = 1_048_575
"""Rows below the heading that a sheet can hold."""
COLOURS = {
    "achieved": ("#C6EFCE", "#006100"),
    "achieved_late": ("#E2EFDA", "#375623"),
    "on_track": ("#DDEBF7", "#1F4E78"),
    "behind": ("#FFEB9C", "#7F6000"),
    "off_track": ("#FCE4D6", "#974706"),
    "deteriorating": ("#FFC7CE", "#9C0006"),
    "missed": ("#FFC7CE", "#9C0006"),
    "overdue": ("#FFC7CE", "#9C0006"),
}
"""Background and font colour of a status; the other statuses have none."""
_LINE, _TITLE_LINE, _TALLEST = 15, 20, 400
"""Heights in points: of a line of text, of the title, and of the tallest row a spreadsheet shows."""
_LONGEST_SHOWN = 3_000
"""Characters that are enough to fill the tallest row."""
_LETTERS = 1.08
"""Characters of running text that fit into the width of one digit."""
_TITLE = {"bold": True, "font_size": 14}
_ABOVE = {"italic": True}
_A4 = 9
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6}
_FOOTER = "&L&A&R&P/&N"
"""The sheet's name, the page number and the number of pages."""
_LONGEST_CAPTION = 120
"""In characters; a spreadsheet allows 255, and each `&` counts twice."""
_TEXTS_STAY_TEXTS = dict.fromkeys(
    ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
)
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The creation date of every file, so that the same figures give the same bytes."""


def write_workbook(file: IO[bytes], grids: Sequence[Sheet], caption: str = "") -> None:
    """Writes each table to its own sheet, row by row.

    Args:
        file: Receives the workbook.
        grids: The tables.
        caption: The header of every printed page.

    Raises:
        ValueError: A table has more rows than a sheet can hold.
    """
    with open_workbook(file) as workbook:
        styles = Styles(workbook)
        for grid in grids:
            add_sheet(workbook, grid, styles, caption)


def add_sheet(workbook: Any, grid: Sheet, styles: Styles, caption: str) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Adds a sheet with a table and its page setup.

    Raises:
        ValueError: It has more rows than a sheet can hold.
    """
    sheet = workbook.add_worksheet(grid.title)
    set_page(sheet, caption, heading_row(grid))
    write_sheet(sheet, grid, styles)


class _Archive(BytesIO):
    """Stays open: an unfinished archive is finished when it is garbage-collected, and would warn."""

    @override
    def close(self) -> None:
        """Does nothing."""


@contextmanager
def open_workbook(file: IO[bytes], *, in_rows: bool = True) -> Iterator[Any]:
    """A new workbook, written to `file` at the end of the context.

    With `in_rows` only one row is in memory, and rows must be written in order.

    Raises:
        OSError: The file, or one of the temporary parts, cannot be written.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    archive = _Archive()
    with TemporaryDirectory() as folder:
        options = {**_TEXTS_STAY_TEXTS, "constant_memory": in_rows, "tmpdir": folder}
        workbook = xlsxwriter.Workbook(archive, options)
        workbook.set_properties({"created": _MADE.replace(tzinfo=None)})
        try:
            yield workbook
        except Exception:
            with suppress(FileCreateError):
                workbook.close()  # closes the temporary files
            raise
        try:
            workbook.close()
        except FileCreateError as error:
            (cause,) = error.args
            raise cause from None
    file.write(archive.getbuffer())


def write_sheet(sheet: Any, grid: Sheet, styles: Styles) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Writes a table into an empty sheet: heading, rows, filters, colours.

    Raises:
        ValueError: It has more rows than a sheet can hold.
    """
    widths = [column.width for column in grid.columns]
    top = heading_row(grid)
    write_above(sheet, grid.above, widths[: grid.printed], styles)
    set_height(sheet, top, [column.heading for column in grid.columns], widths)
    heading = styles.get(bold=True, bottom=1, bg_color="#F2F2F2", text_wrap=True, valign="vcenter")
    for index, column in enumerate(grid.columns):
        sheet.set_column(index, index, column.width)
        if column.heading:
            sheet.write_string(top, index, column.heading, heading)
    sheet.freeze_panes(top + 1, 1)
    write_row, last = row_writer(sheet, grid.columns, styles), top
    for row in grid.rows:
        last += 1
        if last > MOST_ROWS:
            raise ValueError(MOST_ROWS)
        write_row(last, row, height_of(lines_of(row, widths)))
    sheet.autofilter(top, 0, last, len(grid.columns) - 1)
    sheet.print_area(0, 0, last, (grid.printed or len(grid.columns)) - 1)
    for index, column in enumerate(grid.columns):
        _mark(sheet, (top + 1, index, max(top + 1, last), index), column, styles)


def write_above(
    sheet: Any,  # noqa: ANN401 - xlsxwriter has no types
    lines: Sequence[str],
    widths: Sequence[int],
    styles: Styles,
) -> None:
    """Writes the lines above a table, the first as its title, each across all columns."""
    for row, line in enumerate(lines):
        text, look = written(line), styles.get(text_wrap=True, **(_ABOVE if row else _TITLE))
        # The bold title in a larger font takes a third more room.
        room = sum(widths) if row else sum(widths) * 3 // 4
        set_height(sheet, row, [text], [room], 0 if row else _TITLE_LINE)
        if len(widths) > 1:
            sheet.merge_range(row, 0, row, len(widths) - 1, "", look)
        sheet.write_string(row, 0, text, look)


def heading_row(grid: Sheet) -> int:
    """The row of the column headings, from 0: below the lines above the table and an empty row."""
    return len(grid.above) + 1 if grid.above else 0


def set_page(sheet: Any, caption: str, heading: int = 0) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Sets up printing on landscape A4, fit to width, with caption, headings and page numbers."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heading)
    sheet.set_margins(**_MARGINS)
    sheet.hide_gridlines(0)  # 0 prints them
    if caption:
        sheet.set_header("&L" + caption[:_LONGEST_CAPTION].replace("&", "&&"))
    sheet.set_footer(_FOOTER)


def set_height(
    sheet: Any,  # noqa: ANN401 - xlsxwriter has no types
    row: int,
    values: Sequence[Value],
    widths: Sequence[int],
    line: int = 0,
) -> None:
    """Sets the height of a row to fit its longest text, which not every program does by itself.

    `line` is the height of a line in points, 0 for the usual one.
    """
    height = height_of(lines_of(values, widths), line)
    if height is not None:
        sheet.set_row(row, height)


def lines_of(values: Sequence[Value], widths: Sequence[int]) -> int:
    """How many lines the longest text of a row takes when wrapped in its column."""
    lines = 1
    for each, width in zip(values, widths, strict=False):
        # Most texts are shorter than their column is wide and need no wrapping.
        if isinstance(each, str) and len(each) > width and (more := _lines(each, width)) > lines:
            lines = more
    return lines


def height_of(lines: int, line: int = 0) -> int | None:
    """The height in points of a row with that many lines; None for the default height."""
    return min(lines * (line or _LINE), _TALLEST) if lines > 1 or line else None


@lru_cache(maxsize=4096)
def _lines(text: str, width: int) -> int:
    """How many lines a text takes when wrapped in a column of that width."""
    room = int(width * _LETTERS)
    return len(wrap(text[:_LONGEST_SHOWN], room)) if len(text) > room else 1


def _mark(sheet: Any, area: tuple[int, ...], column: SheetColumn, styles: Styles) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Adds the conditional formats of a column: colours by status word, data bars."""
    for words, status in column.marks.items():
        if status in COLOURS:
            back, letters = COLOURS[status]
            look = styles.get(bg_color=back, font_color=letters)
            rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": look}
            sheet.conditional_format(*area, rule)
    if column.bar:
        bar = {"type": "data_bar", "min_type": "num", "min_value": 0, "max_type": "num"}
        sheet.conditional_format(*area, {**bar, "max_value": 1, "bar_color": "#9DC3E6"})
