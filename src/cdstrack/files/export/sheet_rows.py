"""Writes the rows of a large sheet as XML text, row by row or into a finished workbook.

A record of a hundred thousand figures, or a form for every commune of the country, has a million
cells, and rows share most of their content. Owns the XML of a cell and where rows go in a workbook;
how a value is formatted belongs to `cdstrack.files.export.cells`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from cdstrack.core.record.sheet import SheetColumn, Value
from cdstrack.files.export.cells import Styles, share_format, write_value
from cdstrack.words.labels.cells import column_letters

WriteRow = Callable[[int, Sequence[Value], int | None], None]
"""Writes the next row: its number from 0, its values, and its height in points."""

_UNDOCUMENTED = ("_write_single_row", "_check_dimensions", "dim_rowmax")
"""Undocumented attributes of an XlsxWriter sheet that are used, besides `row_data_fh`."""
_REMEMBERED = 4096
"""Size of the cache of cell texts, in values of a column."""
ROW = "\0"
"""Placeholder for the row number in the text of a row; no cleaned text contains it."""
_FIRST_SHEET = "xl/worksheets/sheet1.xml"
_END, _DIMENSION = b"</sheetData>", re.compile(rb'<dimension ref="[^"]*"/>')
_NAMED_CHARACTER = re.compile("_(?=x[0-9a-fA-F]{4}_)")
"""A text such as `_x0041_`, which spreadsheets would read as an escaped character."""
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\ufffe": "_xFFFE_", "\uffff": "_xFFFF_"}
"""Characters with a meaning in XML, and those that XML does not allow."""


class CellTexts:
    """Has the methods of an XlsxWriter sheet that write a cell, and collects the XML of the cells."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def take(self) -> str:
        """Returns and forgets what was written so far."""
        text = "".join(self._texts)
        self._texts.clear()
        return text

    def write_blank(self, _: int, column: int, __: None, style: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
        """An empty cell with a format."""
        self._texts.append(f"{_begun(column, style)}/>")

    def write_number(self, _: int, column: int, number: float, style: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
        """A number."""
        self._texts.append(f"{_begun(column, style)}><v>{number:.16G}</v></c>")

    def write_string(self, _: int, column: int, text: str, style: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
        """A text, inside its cell rather than in a shared table: most texts occur only once."""
        begun = _begun(column, style)
        self._texts.append(f'{begun} t="inlineStr"><is>{_shown(text)}</is></c>')


def row_writer(sheet: Any, columns: Sequence[SheetColumn], styles: Styles) -> WriteRow:  # noqa: ANN401 - xlsxwriter has no types
    """A writer of rows: by whole rows if the sheet keeps one row in memory, else by cells."""
    keeps_one = getattr(sheet, "row_data_fh", None) is not None
    takes_text = keeps_one and all(hasattr(sheet, name) for name in _UNDOCUMENTED)
    return (_of_text if takes_text else _of_cells)(sheet, columns, styles)


def _of_cells(sheet: Any, columns: Sequence[SheetColumn], styles: Styles) -> WriteRow:  # noqa: ANN401 - xlsxwriter has no types
    """A writer that uses the documented interface, cell by cell."""

    def write(at: int, row: Sequence[Value], height: int | None) -> None:
        if height is not None:
            sheet.set_row(at, height)
        for index, value in enumerate(row):
            write_value(sheet, (at, index), value, styles, **_look(columns[index], value))

    return write


def _of_text(sheet: Any, columns: Sequence[SheetColumn], styles: Styles) -> WriteRow:  # noqa: ANN401 - xlsxwriter has no types
    """A writer that appends the XML of a row to the file in which XlsxWriter collects the rows.

    The XML of each value is cached by column, because a large table has few different ones. Writing
    cell by cell takes three times as long, with the same result.
    """
    texts = [_texts_of(index, column, styles) for index, column in enumerate(columns)]
    is_first = True

    def write(at: int, row: Sequence[Value], height: int | None) -> None:
        nonlocal is_first
        if is_first and any(value is not None for value in row):
            _begin(sheet, at, len(columns))
            is_first = False
        found = [text(value) for text, value in zip(texts, row, strict=True) if value is not None]
        if found:
            text = row_text("".join(found), height)
            sheet.row_data_fh.write(text.replace(ROW, str(at + 1)))
            sheet.dim_rowmax = at

    return write


def _begin(sheet: Any, at: int, width: int) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Flushes the rows above, and notes the width of those that follow."""
    sheet._write_single_row(at)  # noqa: SLF001
    sheet._check_dimensions(at, 0)  # noqa: SLF001
    sheet._check_dimensions(at, width - 1)  # noqa: SLF001


def _texts_of(index: int, column: SheetColumn, styles: Styles) -> Callable[[Value], str]:
    """The cached function from a value to the XML of its cell in a column."""
    cells = CellTexts()

    @lru_cache(maxsize=_REMEMBERED, typed=True)
    def text(value: Value) -> str:
        write_value(cells, (0, index), value, styles, **_look(column, value))
        return cells.take()

    return text


def _look(column: SheetColumn, value: Value) -> dict[str, object]:
    """The format properties of a value in this column, beyond those of its type."""
    return {"num_format": share_format(value)} if column.bar and isinstance(value, float) else {}


def row_text(cells: str, height: int | None) -> str:
    """The XML of a row with these cells; `height` is in points, None for the default."""
    tall = "" if height is None else f' ht="{height}" customHeight="1"'
    return f'<row r="{ROW}"{tall}>{cells}</row>'


def insert_rows(made: IO[bytes], file: IO[bytes], rows: Iterable[str], last_cell: str) -> None:
    """Copies a workbook and appends rows to its first sheet.

    Args:
        made: The workbook.
        file: The copy.
        rows: The XML of the rows, with their numbers.
        last_cell: The name of the last cell (bottom right) of the resulting sheet.
    """
    with ZipFile(made) as workbook, ZipFile(file, "w", ZIP_DEFLATED) as copy:
        for part in workbook.infolist():
            content = workbook.read(part)
            with copy.open(part, "w") as into:
                if part.filename != _FIRST_SHEET:
                    into.write(content)
                    continue
                named = b'<dimension ref="A1:%s"/>' % last_cell.encode()
                above, end, below = _DIMENSION.sub(named, content, count=1).partition(_END)
                into.write(above)
                for row in rows:
                    into.write(row.encode())
                into.write(end + below)


def _begun(column: int, style: Any) -> str:  # noqa: ANN401 - xlsxwriter has no types
    number = style._get_xf_index()  # noqa: SLF001 - there is no other way to the index of a format
    return f'<c r="{column_letters(column + 1)}{ROW}" s="{number}"'


def _shown(text: str) -> str:
    """A text as XML; spaces at its ends are kept."""
    plain = _NAMED_CHARACTER.sub("_x005F_", text)
    for character, words in _WRITTEN.items():
        plain = plain.replace(character, words)
    return f'<t xml:space="preserve">{plain}</t>' if plain != plain.strip() else f"<t>{plain}</t>"
