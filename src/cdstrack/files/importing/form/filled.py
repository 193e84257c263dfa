"""A form that was filled in: under which description its tables are found, and their rows.

Owns how a row falls apart into figures, which rows are none, and what is tried where the heading
is not the expected one: names in the place of ids, and the forms that ship with the program. Tables
are found and rows are read once; what their cells mean is decided later.
"""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from cdstrack.core.problem import ImportRefusedError, Place, Problem
from cdstrack.core.record.sheet import CellContent, Fault
from cdstrack.files.csv.sheet import Book, BookSheet, shown
from cdstrack.files.importing.form.description import find_form, shipped_names
from cdstrack.files.importing.form.free_row import OF_HEADING
from cdstrack.files.importing.form.heading_lines import Position, covering
from cdstrack.files.importing.form.layout import OWN, Column, Form
from cdstrack.files.importing.form.remarks import is_skipped
from cdstrack.files.importing.form.tables import Table, Tables, find_tables
from cdstrack.words.labels.cells import column_letters

_COLUMN_BITS, _ROW_BITS = 9, 31
_FIGURES = ("numerator", "denominator", "stated")
_NAMES = ("Chỉ tiêu", "Tên chỉ tiêu", "Indicator name")
"""Headings of the column with an indicator's name, where no column has its id."""
_OF_THE_HEADING = {"CDS305", "CDS306", "CDS307", "CDS346", "CDS347"}
_UNDATED = "CDS347"


class Filled(NamedTuple):
    """One figure of a table: its row, the column of its value, and its cells by column names."""

    table: Table
    row: int
    column: int
    cells: Mapping[str, CellContent]

    @property
    def line(self) -> int:
        """A number for the figure's place in the file, larger further down."""
        return (self.table.number << _ROW_BITS | self.row) << _COLUMN_BITS | self.column

    def place(self, name: str) -> Place:
        """The place of a cell of this figure; that of its value for a column that is not there."""
        column = self.table.heading.columns.get(name, self.column)
        return self.table.sheet.place(self.row, column)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A book read under the description of a form; the rows include those without a figure."""

    book: Book
    form: Form
    tables: Tables
    rows: tuple[Filled, ...]

    def place(self, line: int) -> Place:
        """The place of the figure with that line."""
        row, column = line >> _COLUMN_BITS, line % (1 << _COLUMN_BITS)
        sheet = self.book.sheets[row >> _ROW_BITS]
        return sheet.place(row % (1 << _ROW_BITS), column)

    def other_periods(self) -> Iterator[tuple[Place, str]]:
        """Where the form states another period than the option that replaces it."""
        for table in self.tables.found:
            if self.form.on is None or "period" in table.heading.columns:
                continue
            for each in table.heading.values:
                if each.stated is not None and each.stated != self.form.on:
                    yield table.sheet.place(table.heading.last, each.index), each.stated


def read_form(book: Book, form: Form) -> FilledForm:
    """The tables and rows of a book under a form, or under our own with names for ids.

    Raises:
        ImportRefusedError: CDS325, the book has the heading of a form that ships with the program.
    """
    tables = find_tables(book, form)
    if OWN.columns[0] in form.columns and not tables.is_whole:
        named = replace(form, columns=tuple(map(_with_names, form.columns)))
        by_names = find_tables(book, named)
        if by_names.is_whole:
            form, tables = named, by_names
    if form.strict and any(each.code in _OF_THE_HEADING for each in tables.problems):
        _offer_shipped(book, form)
    rows = tuple(filled for table in tables.found for filled in _rows(table, form))
    return FilledForm(book, form, tables, rows)


def _with_names(column: Column) -> Column:
    return replace(column, headings=_NAMES) if column.name == "indicator" else column


def _offer_shipped(book: Book, form: Form) -> None:
    """Refuses a book that a shipped form fits wholly, and names that form."""
    for name in shipped_names():
        tables = find_tables(book, replace(find_form(name), fixed=form.fixed))
        lacking = {each.code for each in tables.problems}
        if tables.found and lacking <= {_UNDATED}:
            table = tables.found[0]
            facts = {"form": name, "file": shlex.quote(str(book.path))}
            undated = {"on": "--on"} if lacking else {}
            place = table.sheet.place(table.heading.last)
            raise ImportRefusedError(Problem("CDS325", {**facts, **undated}, place=place))


def _rows(table: Table, form: Form) -> Iterator[Filled]:
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
        if form.skip and is_skipped(form, cells, shared.get("indicator")):
            continue
        own = {name: cell for name, cell in shared.items() if cell is not None}
        with_figure = (
            value.index for value in values if not form.habits.is_nothing(_own(cells, value.index))
        )
        # What is evidence for a row is so for its first figure, in the order of the description.
        proven = next(with_figure, None)
        for value in values:
            fixed = {**form.fixed, **value.column.fixed}
            # What a description says of all figures gives way to what a cell says of its own.
            firm = value.qualifier or fixed.pop("qualifier", "")
            held = {"period": value.period, **fixed, **own, OF_HEADING: firm or None}
            if value.index != proven:
                held.pop("evidence", None)
            held["value"] = merged.figure(row, cells, value.index)
            yield Filled(table, row, value.index, held)


class _Merged:
    """The contents of merged cells, which only the first cell of each area holds.

    `names` is the column that says what a row is about.
    """

    def __init__(self, sheet: BookSheet, names: int | None) -> None:
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
        """The content of a cell or, where it is covered by a merged area, the content shown there."""
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
