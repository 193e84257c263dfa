"""Workbooks for an office: tables with a frozen heading, filters, colours and numbers as numbers.

Owns how typed values look in a workbook. A text is always written as text, whatever it begins
with; a number that a spreadsheet would round is written as text too, so that nothing is lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from math import isfinite
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import IO, Any

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.sheet import Qualified, Sheet, SheetColumn, Value
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day

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
"""Background and letters of a status; the others stay as they are."""
_VIETNAMESE = "[$-42A]"
"""The locale code that makes a spreadsheet show 1.446,5 in every country."""
_DAY = f"{_VIETNAMESE}dd/mm/yyyy"
_LONGEST = 32_000
_LINE, _TITLE_LINE, _TALLEST = 15, 20, 400
"""Points of a line of text and of a title, and of the tallest row that spreadsheets show."""
_LONGEST_SHOWN = 3_000
"""Letters that fill the tallest row."""
_LETTERS = 1.08
"""Letters of words that fit into the width of one digit."""
_TITLE = {"bold": True, "font_size": 14}
_ABOVE = {"italic": True}
_A4 = 9
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6}
_FOOTER = "&L&A&R&P/&N"
"""The name of the sheet, the page and how many there are."""
_LONGEST_CAPTION = 120
"""Letters; a spreadsheet takes 255, a `&` counts twice."""
_SHOWN, _STATED = 2, 4
_FIRST_DAY = date(1906, 1, 9)
"""Days before it are texts: their numbers, up to 2200, look like years that were typed into cells
for dates. Before March 1900 spreadsheets disagree besides: to some of them it was a leap year."""
_TEXTS_STAY_TEXTS = dict.fromkeys(
    ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
)
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same instant in every file, so that the same figures give the same bytes."""


def write_workbook(file: IO[bytes], grids: Sequence[Sheet], caption: str = "") -> None:
    """Writes the tables, a sheet each; rows are written as they come.

    Args:
        file: Where to.
        grids: The tables.
        caption: The header of every printed page.

    Raises:
        ValueError: A table has more rows than a sheet can hold.
    """
    with open_workbook(file) as workbook:
        styles = Styles(workbook)
        for grid in grids:
            add_sheet(workbook, grid, styles, caption)


def add_sheet(workbook: Any, grid: Sheet, styles: "Styles", caption: str) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """A sheet with a table, as it is shown and printed.

    Raises:
        ValueError: It has more rows than a sheet can hold.
    """
    sheet = workbook.add_worksheet(grid.title)
    set_page(sheet, caption, heading_row(grid))
    write_sheet(sheet, grid, styles)


@contextmanager
def open_workbook(file: IO[bytes], *, in_rows: bool = True) -> Iterator[Any]:
    """A new workbook; `in_rows` keeps one row in memory, which then must come in their order.

    Raises:
        OSError: It cannot be written, here or where its parts are kept while it is made.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    # An unfinished archive complains when it is collected, so it is finished in memory.
    archive = BytesIO()
    with TemporaryDirectory() as folder:
        options = {**_TEXTS_STAY_TEXTS, "constant_memory": in_rows, "tmpdir": folder}
        workbook = xlsxwriter.Workbook(archive, options)
        workbook.set_properties({"created": _MADE.replace(tzinfo=None)})
        try:
            yield workbook
        except Exception:
            with suppress(FileCreateError):
                workbook.close()  # which closes the files of its parts
            raise
        try:
            workbook.close()
        except FileCreateError as error:
            (cause,) = error.args
            raise cause from None
    file.write(archive.getbuffer())


class Styles:
    """The looks of cells, made once each."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def get(self, **look: object) -> Any:  # noqa: ANN401 - xlsxwriter has no types
        """The format with these properties."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format({"valign": "top", **look})
        return self._made[key]


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
    last = top
    for row in grid.rows:
        last += 1
        if last > MOST_ROWS:
            raise ValueError(MOST_ROWS)
        set_height(sheet, last, row, widths)
        for index, value in enumerate(row):
            write_value(sheet, (last, index), value, styles, **_look(grid.columns[index], value))
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
    """Writes the lines over a table, the first of them its title, each as wide as the columns."""
    for row, line in enumerate(lines):
        text, look = clean(line), styles.get(text_wrap=True, **(_ABOVE if row else _TITLE))
        # A bold title of larger letters takes a third more room.
        room = sum(widths) if row else sum(widths) * 3 // 4
        set_height(sheet, row, [text], [room], 0 if row else _TITLE_LINE)
        if len(widths) > 1:
            sheet.merge_range(row, 0, row, len(widths) - 1, "", look)
        sheet.write_string(row, 0, text, look)


def heading_row(grid: Sheet) -> int:
    """The row of the column headings: below the lines over the table and an empty one."""
    return len(grid.above) + 1 if grid.above else 0


def set_page(sheet: Any, caption: str, heading: int = 0) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Prints on A4 across, as wide as the page, with caption, heading and number on each."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heading)
    sheet.set_margins(**_MARGINS)
    sheet.hide_gridlines(0)  # which prints them
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
    """Makes a row as tall as its longest text needs: not every program does so by itself.

    `line` is the height of a line in points where it is not the usual one.
    """
    pairs = zip(values, widths, strict=True)
    lines = max((_lines(each, width) for each, width in pairs if isinstance(each, str)), default=1)
    if lines > 1 or line:
        sheet.set_row(row, min(lines * (line or _LINE), _TALLEST))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column."""
    room = int(width * _LETTERS)
    return len(wrap(text[:_LONGEST_SHOWN], room)) if len(text) > room else 1


def _look(column: SheetColumn, value: Value) -> dict[str, object]:
    """The look of a value of this column, beyond that of its type."""
    return {"num_format": share_format(value)} if column.bar and isinstance(value, float) else {}


def _mark(sheet: Any, area: tuple[int, ...], column: SheetColumn, styles: Styles) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Colours that follow the words of a column, and bars in it."""
    for words, status in column.marks.items():
        if status in COLOURS:
            back, letters = COLOURS[status]
            look = styles.get(bg_color=back, font_color=letters)
            rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": look}
            sheet.conditional_format(*area, rule)
    if column.bar:
        bar = {"type": "data_bar", "min_type": "num", "min_value": 0, "max_type": "num"}
        sheet.conditional_format(*area, {**bar, "max_value": 1, "bar_color": "#9DC3E6"})


def write_value(
    sheet: Any,  # noqa: ANN401 - xlsxwriter has no types
    place: tuple[int, int],
    value: Value,
    styles: Styles,
    **look: object,
) -> None:
    """Writes one value by its kind; nothing where there is none."""
    match value:
        case None:
            if look:
                sheet.write_blank(*place, None, styles.get(**look))
        case str():
            sheet.write_string(
                *place, _cut(clean(value)), styles.get(**{"text_wrap": True, **look})
            )
        case date() if value < _FIRST_DAY:
            sheet.write_string(*place, format_day(value, "vi"), styles.get(**look))
        case date():
            day = datetime.combine(value, datetime.min.time())
            sheet.write_datetime(
                *place, day, styles.get(**{"num_format": _DAY, "align": "center", **look})
            )
        case _:
            _write_number(sheet, place, value, styles, look)


def _write_number(
    sheet: Any,  # noqa: ANN401 - xlsxwriter has no types
    place: tuple[int, int],
    value: Decimal | float | Qualified,
    styles: Styles,
    look: Mapping[str, object],
) -> None:
    """Writes a number, with words around it by its format; as text where it would be rounded."""
    number = value.value if isinstance(value, Qualified) else value
    if not _is_exact(number):
        sheet.write_string(*place, str(value), styles.get(**look))
        return
    shown = number_format(number)
    if isinstance(value, Qualified):
        # LibreOffice knows a locale at the very beginning only.
        plain = shown.removeprefix(_VIETNAMESE)
        shown = f"{_VIETNAMESE}{_quoted(value.before)}{plain}{_quoted(value.after)}"
    sheet.write_number(*place, float(number), styles.get(**{"num_format": shown, **look}))


def _quoted(words: str) -> str:
    """Words as a number format shows them."""
    plain = clean(words).replace('"', "")
    return f'"{plain}"' if plain else ""


def _cut(text: str) -> str:
    """As much of a text as a cell can hold, which is counted in halves of rare letters."""
    if len(text) * 2 <= _LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")


def number_format(value: Decimal | float) -> str:
    """How a number is shown: thousands grouped, with all decimals that somebody may have stated.

    With more than four of them it was divided, and two are shown where these suffice; the cell
    holds all. What is not whole is never shown as whole.

    >>> number_format(Decimal("67.842324")), number_format(Decimal("99.999996"))
    ('[$-42A]#,##0.00', '[$-42A]#,##0.000000')
    >>> number_format(Decimal("1.446"))
    '[$-42A]#,##0.000'
    """
    if isinstance(value, float):
        return f"{_VIETNAMESE}#,##0.00"
    decimals = len(format_decimal(value).partition(".")[2])
    if decimals > _STATED and round(value, _SHOWN) != round(value):
        decimals = _SHOWN
    return f"{_VIETNAMESE}#,##0" + (f".{'0' * decimals}" if decimals else "")


def share_format(share: float) -> str:
    """How a share is shown: as a whole percentage, but 100 % only when arrived.

    >>> share_format(0.5), share_format(0.9996), share_format(1.0)
    ('0%', '0.00%', '0%')
    """
    decimals = next((each for each in (0, 2) if share == 1 or round(share, each + 2) != 1), 4)
    return f"0.{'0' * decimals}%" if decimals else "0%"


def _is_exact(value: Decimal | float) -> bool:
    """Whether a spreadsheet, which counts in floats of 15 digits, keeps the number."""
    if isinstance(value, float):
        return isfinite(value)
    return Decimal(f"{float(value):.15g}") == value
