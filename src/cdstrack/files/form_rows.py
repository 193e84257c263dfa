"""The rows of a form below its heading, with the cells of each figure under their names.

Owns where a form's tables are, how a row falls apart into figures, and which rows are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cdstrack.core.cell import Cell
from cdstrack.core.problem import Place, Problem
from cdstrack.files.form import REQUIRED, Form
from cdstrack.files.form_heading import Heading, covering, find_heading
from cdstrack.files.sheet import Book, Remark, Sheet
from cdstrack.words.headings import SHEET
from cdstrack.words.loose_row import shown

_NUMBERING = re.compile(r"\(?\s*(?:\d{1,2}|[A-Za-z])\s*\)?(?:\s*=.*)?")
_COLUMN_BITS, _ROW_BITS = 9, 31
_MOST_TOLD = 12
_OURS = {title for name, pair in SHEET.items() if name != "figures" for title in pair}
"""What sheets are called that we write ourselves and do not read."""


class Filled(NamedTuple):
    """The cells of one figure by the names of their columns, and the index of each column.

    `line` is a number for the figure's place in the file, larger further down.
    """

    line: int
    row: int
    cells: dict[str, Cell]
    columns: dict[str, int]

    @staticmethod
    def number(sheet: int, row: int, column: int) -> int:
        """The line of a figure in a column of a row of a sheet (the first one is number 0)."""
        return (sheet << _ROW_BITS | row) << _COLUMN_BITS | column

    @staticmethod
    def place(book: Book, line: int) -> Place:
        """Where a line is."""
        row, column = line >> _COLUMN_BITS, line % (1 << _COLUMN_BITS)
        sheet = book.sheets[row >> _ROW_BITS]
        return sheet.place(row % (1 << _ROW_BITS), column)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet in which the form's heading was found, with the sheet's number in the file."""

    number: int
    sheet: Sheet
    heading: Heading


@dataclass(slots=True)
class Tables:
    """The tables of a file; `remarks` are about sheets and rows that a reader does not see."""

    found: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def find_tables(book: Book, form: Form) -> Tables:
    """The sheets that hold the form.

    A sheet with a part of the heading is another kind of table where a further one has all of it.
    """
    tables = Tables()
    headed = [_headed(number, sheet, form) for number, sheet in enumerate(book.sheets)]
    found = [each for each in headed if isinstance(each, Table)]
    tables.found = [each for each in found if each.heading.is_whole] or found
    for sheet, table in zip(book.sheets, headed, strict=True):
        if isinstance(table, Table) and table in tables.found:
            tables.problems += table.heading.problems or _undated(sheet, table.heading)
        if found and (remark := _remark(sheet, table if table in tables.found else None)):
            tables.remarks.append(remark)
    if not found:
        needed = [each for each in (*form.columns, *form.values) if each.name in REQUIRED]
        wanted = ", ".join(" / ".join(each.headings[:2]) for each in needed if each.headings)
        facts = {"form": form.name, "columns": wanted}
        tables.problems.append(Problem("CDS346", facts, place=Place(str(book.path), 1)))
    return tables


def _headed(number: int, sheet: Sheet, form: Form) -> Table | None:
    if sheet.hidden or not form.reads(sheet.name or ""):
        return None
    heading = find_heading(sheet, form)
    return Table(number, sheet, heading) if heading else None


def _remark(sheet: Sheet, table: Table | None) -> Remark | None:
    """What a person who looks at the file would not expect of a sheet."""
    name = {"sheet": sheet.name or ""}
    if sheet.hidden:
        return None if sheet.name in _OURS else Remark("import.sheet_hidden", name)
    if table is None:
        return None if sheet.name in _OURS else Remark("import.sheet_other", name)
    hidden = sorted(row for row in sheet.hidden_rows if row > table.heading.last)
    if not hidden:
        return None
    told = ", ".join(map(str, hidden[:_MOST_TOLD])) + (", …" if len(hidden) > _MOST_TOLD else "")
    return Remark("import.rows_hidden", {**name, "rows": told})


def _undated(sheet: Sheet, heading: Heading) -> list[Problem]:
    """The columns of figures that nothing dates."""
    if "period" in heading.columns:
        return []
    undated = (each.index for each in heading.values if each.period is None)
    return [Problem("CDS347", place=sheet.place(heading.last, index)) for index in undated]


def read_rows(table: Table, form: Form) -> Iterator[Filled]:
    """The figures of a table, those that are empty included."""
    merged = _Merged(table.sheet)
    columns, values = table.heading.columns, table.heading.values
    for row, cells in table.sheet.rows:
        merged.keep(row, cells)
        if row <= table.heading.last or _is_numbering(row, cells, table.heading):
            continue
        shared = {name: merged.content(row, cells, index) for name, index in columns.items()}
        first = next((each for each in map(shown, cells) if each), "")
        if form.skips(first) or form.skips(shown(shared.get("indicator"))):
            continue
        own = {name: cell for name, cell in shared.items() if cell is not None}
        for value in values:
            held = {"period": value.period, **form.fixed, **value.column.fixed, **own}
            held["value"] = cells[value.index - 1] if value.index <= len(cells) else None
            line = Filled.number(table.number, row, value.index)
            yield Filled(line, row, held, {**columns, "value": value.index})


def _is_numbering(row: int, cells: tuple[Cell, ...], heading: Heading) -> bool:
    """Whether this is the row right under a heading that numbers its columns: (1), (2), (3)."""
    texts = [shown(cell) for cell in cells if cell is not None]
    numbered = all(_NUMBERING.fullmatch(text) for text in texts)
    return row == heading.last + 1 and len(texts) > 2 and numbered


class _Merged:
    """The contents of merged cells, which only the first cell of each area holds."""

    def __init__(self, sheet: Sheet) -> None:
        self._covering = covering(sheet)
        self._contents = dict.fromkeys(self._covering.values(), None)

    def keep(self, row: int, cells: tuple[Cell, ...]) -> None:
        """Remembers what areas that begin in a row hold."""
        for index, cell in enumerate(cells, 1) if self._contents else ():
            if (row, index) in self._contents:
                self._contents[row, index] = cell

    def content(self, row: int, cells: tuple[Cell, ...], index: int) -> Cell:
        """What a cell holds or, where it is covered, what is shown in it."""
        own = cells[index - 1] if index <= len(cells) else None
        if own is not None or (row, index) not in self._covering:
            return own
        return self._contents[self._covering[row, index]]
