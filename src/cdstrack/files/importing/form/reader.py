"""The figures of a form that was filled in: sheet by sheet, row by row, column by column.

Owns which cells belong together, what is passed over and told, and where everything stands. What
the cells mean belongs to `cdstrack.files.importing.form.free_row`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import ImportRefusedError, Place, Problem, ProblemList
from cdstrack.core.record.columns import NumberedObservation
from cdstrack.core.record.sheet import CellContent
from cdstrack.files.importing.form.extent import looks_like_figure, told_first
from cdstrack.files.importing.form.free_row import FIGURE_COLUMNS, LooseReader, shown
from cdstrack.files.importing.form.known_names import KnownNames
from cdstrack.files.importing.form.layout import Form
from cdstrack.files.importing.form.rows import Filled, Table, Tables, find_tables, read_rows
from cdstrack.files.importing.sheet import Book, Progress, Remark
from cdstrack.files.text.encodings import garbled_text, listed
from cdstrack.files.text.legacy_font import legacy_font
from cdstrack.files.text.mojibake import is_garbled, mojibake
from cdstrack.words.labels.cell_names import cell_name
from cdstrack.words.parse.decimal_mark import decimal_mark

_NUMBERS = (*FIGURE_COLUMNS, "stated")
_TELL_EVERY = 500
_SAMPLE = 20_000
"""Letters of a file that are looked at for old fonts."""


@dataclass
class FormFigures:
    """The figures of a filled form, read anew each time that one iterates.

    Iterating gives the sound rows; at its end `ImportRefusedError` carries every problem of the
    file, if there is one. `warnings` and `remarks` are complete then. `documents` are the titles
    of those that the store keeps beside the plan's, by their keys.
    """

    book: Book
    form: Form
    plan: Plan
    today: date
    documents: Mapping[str, str] = field(default_factory=dict)
    progress: Progress = lambda _: None
    remarks: list[Remark] = field(default_factory=list)
    _problems: ProblemList = field(default_factory=ProblemList)
    _bare: dict[tuple[int, int], None] = field(default_factory=dict)
    _left_out: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[NumberedObservation]:
        self.refuse_unreadable()
        self.remarks, self._problems = [], ProblemList()
        self._bare, self._left_out = {}, []
        tables = self.tables
        self._problems.errors += tables.problems
        self.remarks += tables.remarks
        if not self._problems.errors:
            reader = self._reader(tables.found)
            for table in tables.found:
                yield from self._figures(table, reader)
        self._close()

    @property
    def warnings(self) -> list[Problem]:
        """What is doubtful, not wrong, about the rows that were read."""
        return self._problems.warnings

    @cached_property
    def tables(self) -> Tables:
        """The sheets that hold the form."""
        return find_tables(self.book, self.form)

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return self.book.digest

    @property
    def path(self) -> Path:
        """The file."""
        return self.book.path

    @property
    def rows(self) -> int:
        """How many figures there are, sound or not."""
        filled = (each for table in self.tables.found for each in read_rows(table, self.form))
        return sum(
            any(each.cells.get(name) is not None for name in FIGURE_COLUMNS) for each in filled
        )

    @property
    def parcels(self) -> "FormFigures":
        """The same: a form is never so long that its figures must come in columns."""
        return self

    def place(self, line: int) -> Place:
        """Where the figure of a line stands."""
        return Filled.place(self.book, line)

    def _reader(self, tables: list[Table]) -> LooseReader:
        decimal, day_zero = self._decimal(tables), self.book.day_zero
        habits = replace(self.form.habits, decimal=decimal, day_zero=day_zero)
        return LooseReader(self.plan, habits, today=self.today, documents=self.documents)

    def _figures(self, table: Table, reader: LooseReader) -> Iterator[NumberedObservation]:
        sheets = self.book.sheets
        above, length = (
            sum(sheet.last_row for sheet in part) for part in (sheets[: table.number], sheets)
        )
        stated = 0
        for filled in read_rows(table, self.form):
            if filled.row % _TELL_EVERY == 0:
                self.progress((above + filled.row) / max(1, length))
            if self._is_below(table, filled):
                self._leave_out(table, filled)
                continue
            if all(reader.is_nothing(filled.cells.get(name)) for name in FIGURE_COLUMNS):
                self._leave_out(table, filled)
                if filled.row != stated and not self._is_section(filled):
                    self._bare[table.number, filled.row] = None
                continue
            stated = filled.row
            self._bare.pop((table.number, stated), None)
            figure, flaws = reader.read(filled.cells)
            for column, problem in flaws:
                told = self._with_heading(problem, table, filled)
                self._problems.add(told.placed(self._cell(table, filled, column)))
            if figure is not None:
                yield NumberedObservation(filled.line, figure)

    def _cell(self, table: Table, filled: Filled, column: str) -> Place:
        return table.sheet.place(filled.row, filled.columns.get(column, filled.columns["value"]))

    def _is_below(self, table: Table, filled: Filled) -> bool:
        """Whether a row stands below the table, and is neither a figure nor an indicator's."""
        has_names = "indicator" in table.heading.columns and not self.form.strict
        if filled.row <= table.last or not has_names:
            return False
        if any(looks_like_figure(filled.cells.get(name)) for name in FIGURE_COLUMNS):
            return False
        return not self._may_name(filled.cells.get("indicator"))

    def _is_section(self, filled: Filled) -> bool:
        """Whether a row has nothing but words that name no indicator: the title of a section."""
        beside = (name for name in filled.columns if name != "indicator")
        is_bare = all(filled.cells.get(name) is None for name in beside if name != "period")
        return is_bare and not self._may_name(filled.cells.get("indicator"))

    def _may_name(self, cell: CellContent) -> bool:
        """Whether a cell names an indicator, or nearly so."""
        known = self._names.indicator(cell)
        near = known.facts if isinstance(known, Problem) else {"candidates": known}
        return bool(near.get("candidates") or near.get("suggestions"))

    def _with_heading(self, problem: Problem, table: Table, filled: Filled) -> Problem:
        """A period to come that stands in the heading is told with it: nobody typed it here."""
        told = {*table.heading.columns, *self.form.fixed}
        if problem.code != "CDS215" or "period" in told:
            return problem
        heading = table.heading.called(filled.columns["value"])
        return replace(problem, facts={**problem.facts, "heading": heading})

    @cached_property
    def _names(self) -> KnownNames:
        return KnownNames(self.plan, self.documents, self.form.habits.indicators)

    def _leave_out(self, table: Table, filled: Filled) -> None:
        """Notes a cell without a figure whose words are told."""
        if (sign := filled.cells.get("value")) is not None:
            place = table.sheet.place(filled.row, filled.columns["value"])
            self._left_out.append(f'{cell_name(place)} "{shown(sign)}"')

    def _decimal(self, tables: list[Table]) -> str | None:
        """The one decimal mark of the file; None where no cell proves one, or two do."""
        proofs = self._proofs(tables)
        declared = self.form.habits.decimal
        right = declared or next(iter(proofs), None)
        wrong = [(text, place) for mark, (text, place) in proofs.items() if mark != right]
        for text, place in wrong:
            facts = {"value": text, "mark": right or ""}
            if right in proofs:
                facts |= {"other": proofs[right][0], "at": cell_name(proofs[right][1])}
            self._problems.add(Problem("CDS345", facts, place=place))
        return None if wrong and declared is None else right

    def _proofs(self, tables: list[Table]) -> dict[str, tuple[str, Place]]:
        """The first cell that proves each decimal mark, in the order of the file."""
        proofs: dict[str, tuple[str, Place]] = {}
        filled = ((table, each) for table in tables for each in read_rows(table, self.form))
        for table, each in filled:
            for name in _NUMBERS:
                cell = each.cells.get(name)
                if isinstance(cell, str) and (mark := decimal_mark(cell)):
                    proofs.setdefault(mark, (shown(cell), self._cell(table, each, name)))
        return proofs

    def _close(self) -> None:
        """Tells what was passed over, and refuses the file where something is wrong with it."""
        if self._left_out:
            facts = {"cells": told_first(self._left_out)}
            self.remarks.append(Remark("import.left_out", facts))
        if self._bare:
            several, sheets = len(self.tables.found) > 1, self.book.sheets
            rows = [f"{sheets[at].name}!{row}" if several else str(row) for at, row in self._bare]
            facts = {"count": str(len(rows)), "rows": told_first(rows)}
            self.remarks.append(Remark("form.rows_empty", facts))
        if self._problems.errors:
            raise ImportRefusedError(*self._problems.listed())

    def refuse_unreadable(self) -> None:
        """Refuses a file whose letters are not what they were meant to be.

        Raises:
            ImportRefusedError: CDS330 or CDS339.
        """
        self._refuse_old_fonts()
        self._refuse_garbled()

    def _refuse_old_fonts(self) -> None:
        sample, length = [], 0
        for sheet in self.book.sheets:
            for _, cells in sheet.rows:
                texts = [cell for cell in cells if isinstance(cell, str)]
                sample += texts
                length += sum(map(len, texts))
                if length > _SAMPLE:
                    break
        if font := legacy_font(" ".join(sample)):
            place = self.book.sheets[0].place(1)
            raise ImportRefusedError(Problem("CDS330", {"font": font}, place=place))

    def _refuse_garbled(self) -> None:
        """Refuses cells that were saved after they had been read in the wrong encoding.

        The letters of a file that is one text were looked at when its encoding was.
        """
        found = [
            (cell, garbled_text(word, sheet.place(row, column)))
            for sheet in self.book.sheets
            if sheet.name is not None
            for row, cells in sheet.rows
            for column, cell in enumerate(cells, 1)
            if isinstance(cell, str) and (word := mojibake(cell))
        ]
        if is_garbled("\n".join(cell for cell, _ in found)):
            raise ImportRefusedError(*listed([problem for _, problem in found]))
