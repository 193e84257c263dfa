"""The rows of a form below its heading, with the cells of each figure under their names.

Owns where a form's tables are, how a row falls apart into figures, and which rows are none.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from cdstrack.core.problem import Place, Problem
from cdstrack.core.record.sheet import CellContent, Fault
from cdstrack.files.importing.form.extent import extent, told_first, unread
from cdstrack.files.importing.form.free_row import shown
from cdstrack.files.importing.form.heading import Heading, find_heading, unclear_columns
from cdstrack.files.importing.form.heading_lines import Position, covering
from cdstrack.files.importing.form.layout import REQUIRED, Form
from cdstrack.files.importing.sheet import Book, Remark, Sheet
from cdstrack.words.labels.cell_names import column_letters
from cdstrack.words.labels.headings import SHEET

_COLUMN_BITS, _ROW_BITS = 9, 31
_FIGURES = ("numerator", "denominator", "stated")
_OURS = {title for name, pair in SHEET.items() if name != "figures" for title in pair}
"""What sheets are called that we write ourselves and do not read."""


class Filled(NamedTuple):
    """The cells of one figure by the names of their columns, and the index of each column.

    `line` is a number for the figure's place in the file, larger further down.
    """

    line: int
    row: int
    cells: dict[str, CellContent]
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
    """A sheet in which the form's heading was found, with the sheet's number in the file.

    `last` is the last row with a number of its own or a figure; what follows are notes and names.
    `no_body` are rows below the heading that belong to it.
    """

    number: int
    sheet: Sheet
    heading: Heading
    last: int = 0
    no_body: Collection[int] = ()


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
    whole = [each for each in found if each.heading.is_whole] or found
    for sheet, table in zip(book.sheets, headed, strict=True):
        if found:
            tables.remarks += _remarks(sheet, table if table in whole else None)
        if table is not None and table in whole:
            tables.found.append(_measured(table, form, tables))
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


def _measured(table: Table, form: Form, tables: Tables) -> Table:
    """The table with its last row; what is wrong with its columns is noted."""
    sheet, heading = table.sheet, table.heading
    size = extent(sheet, heading)
    unsure = heading.problems or [
        *_undated(sheet, heading),
        *unclear_columns(heading, sheet, size.filled.intersection(heading.unclear)),
    ]
    tables.problems += unsure
    tables.remarks += [] if unsure else unread(sheet, heading, form, size.filled)
    return replace(table, last=size.last, no_body=size.no_body)


def _remarks(sheet: Sheet, table: Table | None) -> list[Remark]:
    """What a person who looks at the file would not expect of a sheet."""
    name = {"sheet": sheet.name or ""}
    if sheet.hidden:
        return [] if sheet.name in _OURS else [Remark("import.sheet_hidden", name)]
    if table is None:
        return [] if sheet.name in _OURS else [Remark("import.sheet_other", name)]
    remarks = []
    if rows := sorted(row for row in sheet.hidden_rows if row > table.heading.last):
        remarks.append(
            Remark("import.rows_hidden", {**name, "rows": told_first([*map(str, rows)])})
        )
    heading = table.heading
    read = {*heading.columns.values(), *(each.index for each in heading.values)}
    if columns := sorted(read & sheet.hidden_columns):
        letters = told_first([*map(column_letters, columns)])
        remarks.append(Remark("import.columns_hidden", {**name, "columns": letters}))
    return remarks


def _undated(sheet: Sheet, heading: Heading) -> list[Problem]:
    """The columns of figures that nothing dates."""
    if "period" in heading.columns:
        return []
    undated = dict.fromkeys(each.index for each in heading.values if each.period is None)
    return [Problem("CDS347", place=sheet.place(heading.last, index)) for index in undated]


def read_rows(table: Table, form: Form) -> Iterator[Filled]:
    """The figures of a table, those that are empty included."""
    columns, values = table.heading.columns, table.heading.values
    merged = _Merged(table.sheet, columns.get("indicator"))
    for row, cells in table.sheet.rows:
        merged.keep(row, cells)
        if row <= table.heading.last or row in table.no_body:
            continue
        shared = {
            name: merged.figure(row, cells, index)
            if name in _FIGURES
            else merged.content(row, cells, index)
            for name, index in columns.items()
        }
        if form.skip and _is_skipped(form, cells, shared.get("indicator")):
            continue
        own = {name: cell for name, cell in shared.items() if cell is not None}
        for value in values:
            held = {"period": value.period, **form.fixed, **value.column.fixed, **own}
            held["value"] = merged.figure(row, cells, value.index)
            line = Filled.number(table.number, row, value.index)
            yield Filled(line, row, held, {**columns, "value": value.index})


def _is_skipped(form: Form, cells: tuple[CellContent, ...], name: CellContent) -> bool:
    first = next((each for each in map(shown, cells) if each), "")
    return form.skips(first) or form.skips(shown(name))


class _Merged:
    """The contents of merged cells, which only the first cell of each area holds.

    `names` is the column that says what a row is about.
    """

    def __init__(self, sheet: Sheet, names: int | None) -> None:
        self._covering = covering(sheet)
        self._contents: dict[Position, CellContent] = dict.fromkeys(self._covering.values(), None)
        self._names = names
        self._named: dict[int, str] = {}

    def keep(self, row: int, cells: tuple[CellContent, ...]) -> None:
        """Remembers what areas that begin in a row hold, and what the row is about."""
        if not self._contents:
            return
        for index, cell in enumerate(cells, 1):
            if (row, index) in self._contents:
                self._contents[row, index] = cell
        if self._names is not None:
            self._named[row] = shown(self.content(row, cells, self._names))

    def content(self, row: int, cells: tuple[CellContent, ...], index: int) -> CellContent:
        """What a cell holds or, where it is covered, what is shown in it."""
        own = _own(cells, index)
        if own is not None or (row, index) not in self._covering:
            return own
        return self._contents[self._covering[row, index]]

    def figure(self, row: int, cells: tuple[CellContent, ...], index: int) -> CellContent:
        """The figure in a cell; a fault where one figure is shown for rows about several things."""
        own, first = _own(cells, index), self._covering.get((row, index))
        if own is not None or first is None or self._contents[first] is None:
            return own
        if self._named.get(row) in (None, "", self._named.get(first[0])):
            return None
        last = max(below for (below, _), held in self._covering.items() if held == first)
        letters = column_letters(first[1])
        return Fault("CDS326", f"{letters}{first[0]}:{letters}{last}")


def _own(cells: tuple[CellContent, ...], index: int) -> CellContent:
    return cells[index - 1] if index <= len(cells) else None
