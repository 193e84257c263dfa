"""Rows of a large sheet as text, put into the workbook row by row or when it is made.

A record of a hundred thousand figures and a form for every commune of the country have a million
cells, and most of a row is what other rows have too. Owns the text of a cell and where rows stand in
a workbook; what a value looks like belongs to `cdstrack.files.export.cells`.
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
"""Writes a row below all before it: where it stands, its values, and its height in points."""

_UNDOCUMENTED = ("_write_single_row", "_check_dimensions", "dim_rowmax")
"""What of a sheet of XlsxWriter is used beyond what it documents, beside `row_data_fh`."""
_REMEMBERED = 4096
"""Different values of a column of which the texts are kept."""
ROW = "\0"
"""Stands for the number of the row in a text; no clean text has it."""
_FIRST_SHEET = "xl/worksheets/sheet1.xml"
_END, _DIMENSION = b"</sheetData>", re.compile(rb'<dimension ref="[^"]*"/>')
_NAMED_CHARACTER = re.compile("_(?=x[0-9a-fA-F]{4}_)")
"""What spreadsheets would take for the number of a character: `_x0041_` is a text too."""
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\ufffe": "_xFFFE_", "\uffff": "_xFFFF_"}
"""Characters that XML has another use for, and those that it has none for."""


class CellTexts:
    """Takes cells as a sheet of XlsxWriter does, and keeps their text until it is taken."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def take(self) -> str:
        """What was written since it was last taken."""
        text = "".join(self._texts)
        self._texts.clear()
        return text

    def write_blank(self, _: int, column: int, __: None, style: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
        """An empty cell with a look."""
        self._texts.append(f"{_begun(column, style)}/>")

    def write_number(self, _: int, column: int, number: float, style: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
        """A number."""
        self._texts.append(f"{_begun(column, style)}><v>{number:.16G}</v></c>")

    def write_string(self, _: int, column: int, text: str, style: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
        """A text, which stands in its cell: most of those that differ stand in the sheet once."""
        begun = _begun(column, style)
        self._texts.append(f'{begun} t="inlineStr"><is>{_shown(text)}</is></c>')


def row_writer(sheet: Any, columns: Sequence[SheetColumn], styles: Styles) -> WriteRow:  # noqa: ANN401 - xlsxwriter has no types
    """Writes the rows of a table into a sheet: whole where the sheet keeps one row in memory."""
    keeps_one = getattr(sheet, "row_data_fh", None) is not None
    takes_text = keeps_one and all(hasattr(sheet, name) for name in _UNDOCUMENTED)
    return (_of_text if takes_text else _of_cells)(sheet, columns, styles)


def _of_cells(sheet: Any, columns: Sequence[SheetColumn], styles: Styles) -> WriteRow:  # noqa: ANN401 - xlsxwriter has no types
    """Writes cell by cell, as XlsxWriter documents it."""

    def write(at: int, row: Sequence[Value], height: int | None) -> None:
        if height is not None:
            sheet.set_row(at, height)
        for index, value in enumerate(row):
            write_value(sheet, (at, index), value, styles, **_look(columns[index], value))

    return write


def _of_text(sheet: Any, columns: Sequence[SheetColumn], styles: Styles) -> WriteRow:  # noqa: ANN401 - xlsxwriter has no types
    """Writes the text of a row into the file in which XlsxWriter collects those of the sheet.

    What a value becomes in its column is remembered, as a large table has few different ones. Cell by
    cell the same rows take three times as long, with the same result.
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
    """Has what stands above the rows written before them, and notes how wide they are."""
    sheet._write_single_row(at)  # noqa: SLF001
    sheet._check_dimensions(at, 0)  # noqa: SLF001
    sheet._check_dimensions(at, width - 1)  # noqa: SLF001


def _texts_of(index: int, column: SheetColumn, styles: Styles) -> Callable[[Value], str]:
    """What values become in a column."""
    cells = CellTexts()

    @lru_cache(maxsize=_REMEMBERED, typed=True)
    def text(value: Value) -> str:
        write_value(cells, (0, index), value, styles, **_look(column, value))
        return cells.take()

    return text


def _look(column: SheetColumn, value: Value) -> dict[str, object]:
    """The look of a value of this column, beyond that of its type."""
    return {"num_format": share_format(value)} if column.bar and isinstance(value, float) else {}


def row_text(cells: str, height: int | None) -> str:
    """A row of such cells, in points as tall as is given."""
    tall = "" if height is None else f' ht="{height}" customHeight="1"'
    return f'<row r="{ROW}"{tall}>{cells}</row>'


def insert_rows(made: IO[bytes], file: IO[bytes], rows: Iterable[str], last_cell: str) -> None:
    """Copies a workbook with these rows after those that its first sheet has.

    Args:
        made: The workbook.
        file: Where to.
        rows: Their texts, each with its number.
        last_cell: The lowest cell on the right of what the sheet has then.
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
    number = style._get_xf_index()  # noqa: SLF001 - there is no other way to the number of a look
    return f'<c r="{column_letters(column + 1)}{ROW}" s="{number}"'


def _shown(text: str) -> str:
    """A text as XML, with the spaces around it."""
    plain = _NAMED_CHARACTER.sub("_x005F_", text)
    for character, words in _WRITTEN.items():
        plain = plain.replace(character, words)
    return f'<t xml:space="preserve">{plain}</t>' if plain != plain.strip() else f"<t>{plain}</t>"
